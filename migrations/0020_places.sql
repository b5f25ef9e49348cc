-- Who tries many logins from one place waits; who came in from there before does not wait for them. What is of no more use
-- is swept.

alter table sign_in_failure add column good_at timestamptz;
comment on column sign_in_failure.good_at is 'When this login came in from this address last: it does not wait for what others try from there.';
create index sign_in_failure_by_last on sign_in_failure (last_at);

create table sign_in_place (
    place bytea primary key,
    tries double precision not null,
    last_at timestamptz not null
);
comment on table sign_in_place is 'Tries from one address that did not turn out well, of whatever login; they wear off with time.';
comment on column sign_in_place.place is 'Keyed digest of the address.';
create index sign_in_place_by_last on sign_in_place (last_at);

grant select, insert, update, delete on sign_in_place to trame_server;
