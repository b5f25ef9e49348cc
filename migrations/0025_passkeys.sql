-- Keys that devices keep for an account (WebAuthn), and the challenges that they answer.

create table passkey (
    id uuid primary key,
    worker uuid not null references account (worker),
    credential bytea not null unique,
    kept text not null,
    name bytea not null,
    made_at timestamptz not null,
    used_at timestamptz
);
comment on table passkey is 'Each opens its account by itself: the device asks its owner for a gesture or a code of its own.';
comment on column passkey.credential is 'The name that the device gave it, by which it is found.';
comment on column passkey.kept is 'Its public key and the counter of its signatures, as the library writes them; nothing secret.';
comment on column passkey.name is 'What its owner calls it, sealed under her key at this id.';
create index passkey_of_worker on passkey (worker);

create table passkey_challenge (
    token bytea primary key,
    worker uuid references account (worker),
    state text not null,
    ends_at timestamptz not null
);
comment on table passkey_challenge is 'Challenges that wait for an answer, each good for one, within minutes.';
comment on column passkey_challenge.token is 'SHA-256 of the token of the browser that asked: of its session to add a key, of its own to sign in.';
comment on column passkey_challenge.worker is 'Who adds a key; nobody yet when somebody signs in.';

grant select, insert, update, delete on passkey, passkey_challenge to trame_server;
