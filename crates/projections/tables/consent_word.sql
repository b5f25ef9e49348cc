create table consent_given (
    consent uuid primary key,
    support_case uuid not null,
    person uuid not null,
    workers uuid[] not null,
    services uuid[] not null,
    scope text[] not null,
    means text not null,
    said_on date not null,
    until_on date not null,
    from_at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    touched bigint not null
);
comment on table consent_given is 'Each consent to share: whose, with whom, for what, until when, and whether it was taken back.';
comment on column consent_given.scope is 'The compartments that may be shared.';
comment on column consent_given.touched is 'The position at which it was given or taken back: what stands on it opens or closes there.';
create index consent_given_of_case on consent_given (support_case);

create table consent_opposition (
    opposition uuid primary key,
    support_case uuid not null,
    person uuid not null,
    workers uuid[] not null,
    services uuid[] not null,
    words bytea,
    by uuid not null,
    from_at timestamptz not null,
    lifted_at timestamptz,
    touched bigint not null
);
comment on table consent_opposition is 'Each opposition of a person to sharing: with these people and services, with everybody when none is named.';
comment on column consent_opposition.words is 'What she said, sealed.';
create index consent_opposition_of_case on consent_opposition (support_case) where lifted_at is null;
