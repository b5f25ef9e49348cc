-- What is new since one's own last visit: the only question the program may ask of the journal.

create function journal.last_visit(reader uuid, stream uuid, before timestamptz) returns timestamptz
    language sql stable security definer set search_path = pg_catalog, journal as $$
    select max(at) from journal.reading
    where by = reader and streams @> array[stream] and at < before
$$;
comment on function journal.last_visit is 'When a reader last looked at a case before an instant; asked for herself only.';
revoke all on function journal.last_visit(uuid, uuid, timestamptz) from public;
grant execute on function journal.last_visit(uuid, uuid, timestamptz) to trame_server;
