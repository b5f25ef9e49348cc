-- The log: one order, one hash chain, append-only by privilege and by trigger.

-- The role of every running program. Roles belong to the cluster, so another database may have made it already.
do $$
begin
    create role trame_server nologin;
exception
    when duplicate_object or unique_violation then null;
end
$$;

-- Whoever migrates may become the server's role; roles that may already do so are left alone.
do $$
begin
    if not pg_has_role(current_user, 'trame_server', 'member') then
        execute format('grant trame_server to %I', current_user);
    end if;
    -- The views live in schemas that the server makes, renames and drops by itself.
    execute format('grant create on database %I to trame_server', current_database());
end
$$;

grant usage on schema public to trame_server;

create table event (
    position bigint not null primary key,
    id uuid not null,
    kind text not null,
    schema smallint not null,
    stream uuid not null,
    version bigint not null,
    command uuid not null,
    by uuid not null,
    recorded_at timestamptz not null,
    occurred_at timestamptz not null,
    known_at timestamptz,
    payload bytea not null,
    hash bytea not null
) partition by range (position);
comment on table event is 'The log. One row per event, for ever; never updated, never deleted.';
comment on column event.position is 'The place in the one order: gap-free from 1, given under the lock of log_head.';
comment on column event.kind is 'Capability and past participle, for example support_case.opened.';
comment on column event.schema is 'The version of the payload''s form; upcasters read every version ever written.';
comment on column event.by is 'The worker who acted.';
comment on column event.recorded_at is 'When the server stored it; never before the event before it.';
comment on column event.occurred_at is 'When it happened, as claimed.';
comment on column event.known_at is 'When the source recorded it; only on imported and demonstration events.';
comment on column event.payload is 'Deterministic CBOR; personal values are ciphertext.';
comment on column event.hash is 'SHA-256 of the hash before and the CBOR of this whole row.';

-- Ciphertext does not compress.
alter table event alter column payload set storage external;

-- A unique index cannot span partitions without the position; the lock of the stream's row keeps versions unique.
create index event_of_stream on event (stream, version);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log is append-only: % refused', lower(tg_op) using errcode = 'insufficient_privilege';
end
$$;
comment on function refuse_change is 'Refuses to change the log to everybody, its owner included.';

create trigger event_is_append_only before update or delete on event
    for each row execute function refuse_change();
create trigger event_is_never_emptied before truncate on event
    for each statement execute function refuse_change();

-- Makes the partition that holds a position and the one after it. Runs as the owner, since the server may create
-- nothing beside the log; attaching rather than creating in place lets readers and the writer go on meanwhile.
create function make_event_partitions(around bigint) returns void
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
            execute format('alter table public.event attach partition public.%I for values from (%s) to (%s)',
                name, number * size, (number + 1) * size);
            execute format('create trigger event_is_never_emptied before truncate on public.%I
                for each statement execute function public.refuse_change()', name);
            execute format('comment on table public.%I is %L', name, 'A range of positions of the log.');
        end if;
    end loop;
end
$$;
comment on function make_event_partitions is 'Called by the writer ahead of need; ten million positions in each partition.';
revoke all on function make_event_partitions(bigint) from public;
grant execute on function make_event_partitions(bigint) to trame_server;
select make_event_partitions(0);

create table stream (
    id uuid primary key,
    capability text not null,
    version bigint not null
);
comment on table stream is 'The newest version of each stream, so that an expected version is checked without reading the log.';

create table command (
    id uuid primary key,
    digest bytea not null,
    position bigint not null,
    version bigint not null,
    events integer not null
);
comment on table command is 'What came of each command, for ever: the same command is answered the same and acts once.';
comment on column command.digest is 'Keyed digest of the wish: the same id with another wish is refused.';
comment on column command.position is 'Position of its last event, or of the newest one when it had nothing to add.';

create table reservation (
    blind bytea primary key,
    scope text not null,
    stream uuid not null,
    position bigint not null
);
comment on table reservation is 'Names that must be unique, taken in the transaction of the events that need them.';
comment on column reservation.blind is 'Keyed digest of scope and name; the name itself is not here.';
create index reservation_of_stream on reservation (stream);

create table log_head (
    single boolean primary key default true check (single),
    position bigint not null,
    hash bytea not null,
    recorded_at timestamptz not null,
    epoch bigint not null,
    fence bigint not null
);
comment on table log_head is 'The newest position. Its single row is locked to the commit by whoever appends: this is what makes one order.';
comment on column log_head.epoch is 'The number given to the newest writer; each writer takes the next when it opens.';
comment on column log_head.fence is 'The oldest epoch that may still write.';
insert into log_head (position, hash, recorded_at, epoch, fence)
    values (0, decode(repeat('00', 32), 'hex'), '1970-01-01 00:00:00+00', 0, 0);

grant select, insert on event, command, reservation to trame_server;
grant select, insert, update on stream to trame_server;
grant select, update on log_head to trame_server;
