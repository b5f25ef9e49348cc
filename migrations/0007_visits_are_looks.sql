-- A list that names a case is no visit of it: only her own look at the case itself is.

create or replace function journal.last_visit(reader uuid, stream uuid, before timestamptz) returns timestamptz
    language sql stable security definer set search_path = pg_catalog, journal as $$
    select max(at) from journal.reading
    where by = reader and streams @> array[stream] and at < before
        and what in ('case_home', 'timeline', 'shared_view')
$$;
