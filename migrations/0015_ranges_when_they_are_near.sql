-- A range of positions is made when it is near: every reader of a stream looks into each range there is, and an empty one
-- ahead cost as much to look into as a full one. The writer still asks for the next a million positions before it.

create or replace function make_event_partitions(around bigint) returns void
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    size constant bigint := 10000000;
    -- The writer asks a million positions before: the range it stands in must be there too.
    before constant bigint := greatest(around - 1000000, 0);
    number bigint;
    name text;
begin
    perform pg_advisory_xact_lock(7161070);
    for number in before / size .. around / size loop
        name := format('event_%s', lpad(number::text, 5, '0'));
        if to_regclass(format('public.%I', name)) is null then
            execute format('create table public.%I (like public.event including all)', name);
            execute format('create unique index on public.%I (stream, version)', name);
            execute format('alter table public.event attach partition public.%I for values from (%s) to (%s)',
                name, number * size, (number + 1) * size);
            execute format('create trigger event_is_never_emptied before truncate on public.%I
                for each statement execute function public.refuse_change()', name);
            execute format('comment on table public.%I is %L', name, 'A range of positions of the log.');
        end if;
    end loop;
end
$$;
comment on function make_event_partitions is 'Called by the writer ahead of need: makes the range that holds a position, ten million in each.';

-- The empty ones that were made too early; a range that a running writer may be about to fill stays.
do $$
declare
    size constant bigint := 10000000;
    head bigint;
    ahead text;
    filled boolean;
begin
    select position into head from log_head;
    for ahead in
        select format('event_%s', lpad(number::text, 5, '0'))
        from generate_series((head + 2000000) / size + 1, (head + 2000000) / size + 2) number
    loop
        continue when to_regclass(format('public.%I', ahead)) is null;
        execute format('select exists (select from public.%I)', ahead) into filled;
        continue when filled;
        execute format('alter table public.event detach partition public.%I', ahead);
        execute format('drop table public.%I', ahead);
    end loop;
end
$$;
