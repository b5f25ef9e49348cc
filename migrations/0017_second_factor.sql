-- What an account proves beside its password, and the sign-in that waits for it.

create table second_factor (
    worker uuid primary key references account (worker),
    sealed_as uuid not null,
    secret bytea not null,
    last_step bigint not null,
    wrong integer not null default 0,
    wrong_since timestamptz not null,
    made_at timestamptz not null
);
comment on table second_factor is 'Accounts whose sign-in asks for a code of an application (TOTP, RFC 6238).';
comment on column second_factor.sealed_as is 'Bound to the sealed secret, so that it opens at no other place.';
comment on column second_factor.secret is 'Sealed under the key of the worker.';
comment on column second_factor.last_step is 'The newest half minute whose code was taken: a code is taken once.';
comment on column second_factor.wrong is 'Wrong codes in the day that began at wrong_since, from wherever.';

create table second_factor_offer (
    worker uuid primary key references account (worker),
    holder bytea not null,
    sealed_as uuid not null,
    secret bytea not null,
    ends_at timestamptz not null
);
comment on table second_factor_offer is 'A secret that was shown and not yet confirmed by a code.';
comment on column second_factor_offer.holder is 'SHA-256 of the token to which it was shown: nobody else confirms it.';

create table recovery_code (
    code bytea primary key,
    worker uuid not null references second_factor (worker) on delete cascade,
    used_at timestamptz
);
comment on table recovery_code is 'What stands for the application once it is lost; each code opens once.';
comment on column recovery_code.code is 'Keyed digest: the code itself is only on her paper.';
create index recovery_code_of_worker on recovery_code (worker);

create table sign_in_half (
    token bytea primary key,
    worker uuid not null references account (worker),
    needs text not null,
    ends_at timestamptz not null
);
comment on table sign_in_half is 'Sign-ins whose password fits and that still need something: they open nothing.';
comment on column sign_in_half.token is 'SHA-256 of the token: the token itself is only in the browser.';
create index sign_in_half_of_worker on sign_in_half (worker);

grant select, insert, update, delete on second_factor, second_factor_offer, recovery_code, sign_in_half to trame_server;
