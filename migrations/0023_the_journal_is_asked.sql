-- Who has looked at a case: asked by the case, never by who looked. The program still reads no row of the journal itself.

create function journal.readings_of(stream uuid, until timestamptz, zone text, most bigint)
    returns table (day date, by uuid, what text, purpose text, times bigint, first_at timestamptz, last_at timestamptz,
        older boolean)
    language sql stable security definer set search_path = pg_catalog, journal as $$
    with line as (
        select (r.at at time zone zone)::date as day, r.by, r.what, r.purpose, count(*) as times,
            min(r.at) as first_at, max(r.at) as last_at
        from journal.reading r
        where r.streams @> array[stream] and r.at < until
        group by 1, 2, 3, 4
    ), placed as (
        select line.*,
            count(*) over (order by line.day desc groups between unbounded preceding and 1 preceding) as newer
        from line
    ), told as (
        select placed.*, bool_or(placed.newer >= most) over () as older from placed
    )
    select t.day, t.by, t.what, t.purpose, t.times, t.first_at, t.last_at, t.older
    from told t where t.newer < most
    order by t.day desc, t.last_at desc, t.by, t.what, t.purpose
$$;
comment on function journal.readings_of is
    'The newest days on which a stream was read before an instant: whole days of a zone, until so many lines are told.';
revoke all on function journal.readings_of(uuid, timestamptz, text, bigint) from public;
grant execute on function journal.readings_of(uuid, timestamptz, text, bigint) to trame_server;

create function journal.kept_since() returns date
    language sql stable security definer set search_path = pg_catalog, journal as $$
    select min(to_date(right(c.relname, 7), 'YYYY_MM'))
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'journal.reading'::regclass
$$;
comment on function journal.kept_since is 'The first day of the oldest month that is kept; none before the first reading.';
revoke all on function journal.kept_since() from public;
grant execute on function journal.kept_since() to trame_server;
