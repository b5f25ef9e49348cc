-- Epochs of keys: which key outside the database wraps the keys of subjects, from when to when.

create table key_epoch (
    number integer primary key check (number > 0),
    begun_at timestamptz not null default now(),
    retired_at timestamptz,
    destroyed_at timestamptz check (destroyed_at is null or retired_at is not null)
);
comment on table key_epoch is 'One row per epoch key. The keys themselves lie in the keys folder, never here.';
comment on column key_epoch.retired_at is 'From then on no key is wrapped in it; those that are, are wrapped again in the next.';
comment on column key_epoch.destroyed_at is 'From then on no copy of what was wrapped in it opens, in no backup.';
create unique index one_present_epoch on key_epoch ((true)) where retired_at is null;

insert into key_epoch (number, begun_at) select 1, coalesce(min(made_at), now()) from subject_key;

-- Which subjects were forgotten since an epoch began, without a walk
-- through all keys.
create index subject_key_forgotten on subject_key (forgotten_at) where wrapped is null;

grant select, insert, update on key_epoch to trame_server;
