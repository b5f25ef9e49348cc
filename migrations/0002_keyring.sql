-- Keys of subjects, wrapped. What wraps them lies outside the database.

create table subject_key (
    kind smallint not null,
    id uuid not null,
    epoch integer not null,
    wrapped bytea,
    made_at timestamptz not null default now(),
    forgotten_at timestamptz,
    primary key (kind, id),
    check ((wrapped is null) = (forgotten_at is not null))
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);
comment on table subject_key is 'One data key per person, worker, case or text. Without it what it sealed is unreadable for ever.';
comment on column subject_key.kind is '0 person, 1 worker, 2 support case, 3 text.';
comment on column subject_key.epoch is 'Which epoch key wraps it; the epoch keys lie in the keys folder.';
comment on column subject_key.wrapped is 'AES-256 key wrap; null once forgotten, and the row stays so that no new key takes its place.';

create table root_key (
    single boolean primary key default true check (single),
    fingerprint bytea not null
);
comment on table root_key is 'Which root key this database belongs to; the program refuses to run with another.';

grant select, insert, update on subject_key to trame_server;
grant select, insert on root_key to trame_server;
