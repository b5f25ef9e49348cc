-- The secret address at which a calendar elsewhere reads the appointments of somebody.

create table calendar_address (
    worker uuid primary key references account (worker),
    token bytea not null unique,
    made_at timestamptz not null
);
comment on table calendar_address is 'At most one address for each account, which its owner makes anew and takes back.';
comment on column calendar_address.token is 'SHA-256 of the secret in the address: it is shown once, and only she has it.';

grant select, insert, update, delete on calendar_address to trame_server;
