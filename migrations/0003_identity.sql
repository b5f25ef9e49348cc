-- Accounts and sessions.

create table account (
    worker uuid primary key,
    login bytea not null unique,
    password text not null,
    demonstration boolean not null,
    disabled boolean not null default false,
    made_at timestamptz not null default now()
);
comment on table account is 'Who may sign in.';
comment on column account.login is 'Keyed digest of the login in lower case: unique without being readable.';
comment on column account.password is 'Argon2id, in PHC form.';
comment on column account.demonstration is 'Signs in only from the loopback address.';

create table session (
    token bytea primary key,
    worker uuid not null references account (worker),
    made_at timestamptz not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null
);
comment on table session is 'Open sessions; a session that is over is deleted.';
comment on column session.token is 'SHA-256 of the token: the token itself is only in the browser.';
create index session_of_worker on session (worker);
create index session_by_end on session (ends_at);

create table sign_in_failure (
    source bytea primary key,
    failures integer not null,
    last_at timestamptz not null
);
comment on table sign_in_failure is 'Failures in a row of one login from one address, so that the next try waits; nobody else can make one wait.';
comment on column sign_in_failure.source is 'Keyed digest of login and address.';

grant select, insert, update on account to trame_server;
grant select, insert, update, delete on session, sign_in_failure to trame_server;
