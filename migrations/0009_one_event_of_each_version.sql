-- Behind the writer, the database itself refuses a second event of one version. A unique index cannot span partitions
-- without the position, so each partition has its own; the lock of the head keeps versions unique across them.

drop index event_of_stream;

do $$
declare
    partition regclass;
begin
    for partition in select inhrelid::regclass from pg_inherits where inhparent = 'event'::regclass loop
        execute format('create unique index on %s (stream, version)', partition);
    end loop;
end
$$;

create or replace function make_event_partitions(around bigint) returns void
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    size constant bigint := 10000000;
    first bigint := around / size;
    number bigint;
    name text;
begin
    perform pg_advisory_xact_lock(7161070);
    for number in first .. first + 1 loop
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
