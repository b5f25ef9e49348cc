-- Who a provider of identities knows, and the way there and back.

create table openid_link (
    subject bytea primary key,
    worker uuid not null unique references account (worker),
    made_at timestamptz not null
);
comment on table openid_link is 'Which account is whose at the provider; the address of somebody may pass to another, her subject never does.';
comment on column openid_link.subject is 'Keyed digest of issuer and subject.';

create table openid_way (
    token bytea primary key,
    state text not null,
    nonce text not null,
    verifier text not null,
    ends_at timestamptz not null
);
comment on table openid_way is 'Who was sent to the provider and has not come back; each row is used once.';
comment on column openid_way.token is 'SHA-256 of the token: the token itself is only in the browser.';

grant select, insert, update, delete on openid_link, openid_way to trame_server;
