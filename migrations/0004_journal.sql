-- Who read what, why and when: its own storage, apart from the log, never used to measure staff.

create schema journal;
comment on schema journal is 'The journal of readings.';
grant usage on schema journal to trame_server;

create table journal.reading (
    at timestamptz not null,
    by uuid not null,
    what text not null,
    streams uuid[] not null,
    purpose text,
    position bigint not null
) partition by range (at);
comment on table journal.reading is 'One row per answer that showed something about a case. The owner drops old months.';
comment on column journal.reading.what is 'The view that was read, for example case_home.';
comment on column journal.reading.streams is 'The cases or people it was about.';
comment on column journal.reading.position is 'How far the log had been followed by what was shown.';
create index reading_by_stream on journal.reading using gin (streams);
create index reading_by_worker on journal.reading (by, at);

create function journal.make_month(of timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, journal as $$
declare
    first timestamp := date_trunc('month', of at time zone 'utc');
    name text := format('reading_%s', to_char(first, 'YYYY_MM'));
begin
    perform pg_advisory_xact_lock(7161071);
    if to_regclass(format('journal.%I', name)) is null then
        execute format('create table journal.%I (like journal.reading including all)', name);
        execute format('alter table journal.reading attach partition journal.%I for values from (%L) to (%L)',
            name, first at time zone 'utc', (first + interval '1 month') at time zone 'utc');
        execute format('comment on table journal.%I is %L', name, 'One month of readings.');
    end if;
end
$$;
comment on function journal.make_month is 'Called by the program before the first reading of a month.';
revoke all on function journal.make_month(timestamptz) from public;
grant execute on function journal.make_month(timestamptz) to trame_server;

create function journal.prune(before date) returns integer language plpgsql as $$
declare
    month record;
    dropped integer := 0;
begin
    for month in
        select c.oid::regclass as name, to_date(right(c.relname, 7), 'YYYY_MM') as first
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'journal.reading'::regclass
    loop
        if month.first + interval '1 month' <= before then
            execute format('drop table %s', month.name);
            dropped := dropped + 1;
        end if;
    end loop;
    return dropped;
end
$$;
comment on function journal.prune is 'Drops the months that ended before a day; only the owner can.';
revoke all on function journal.prune(date) from public;

grant insert on journal.reading to trame_server;
