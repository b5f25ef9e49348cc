-- What orders the writers is the primary key of the event: of two that write the same position, the second writes
-- nothing. The row that told where the log stands is gone with the update that each commit paid for it: the newest event
-- tells it. No version of Trame was released before, so nobody who still needs the row runs beside this one.

alter table log_head rename to log_writer;
alter table log_writer rename constraint log_head_pkey to log_writer_pkey;
alter table log_writer rename constraint log_head_single_check to log_writer_single_check;
alter table log_writer drop column position, drop column hash, drop column recorded_at;
comment on table log_writer is 'What the writers of the log agree on: a single row.';
comment on column event.position is 'The place in the one order: gap-free from 1. A writer takes the one behind the newest that it saw committed.';

-- Runs as the owner, since the server may only add to the log. Readers go on meanwhile.
create function hold_log() returns void
    language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    lock table only public.event in share row exclusive mode;
end
$$;
comment on function hold_log is 'Waits for whoever appends, and keeps all others from it until the transaction ends.';
revoke all on function hold_log() from public;
grant execute on function hold_log() to trame_server;
