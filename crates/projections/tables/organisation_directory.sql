create table organisation_body (
    organisation uuid primary key,
    name text not null,
    kind text not null
);
comment on table organisation_body is 'Organisations; their names are public.';

create table organisation_service (
    service uuid primary key,
    organisation uuid not null,
    name text not null
);
comment on table organisation_service is 'Services; their names are public. The first organisation to open one keeps it.';

create table organisation_team (
    team uuid primary key,
    service uuid not null,
    name text not null
);
comment on table organisation_team is 'Teams of services.';

create table organisation_post (
    worker uuid not null,
    position bigint not null,
    organisation uuid not null,
    name bytea not null,
    identifier bytea not null,
    service uuid not null,
    team uuid,
    profession text not null,
    role text not null,
    bound_by_secrecy boolean not null,
    working_time smallint not null,
    since timestamptz not null,
    until timestamptz,
    primary key (worker, position)
);
comment on table organisation_post is 'Each spell in which a professional held a post; the newest tells who she is now.';
comment on column organisation_post.name is 'Sealed under her own key.';
comment on column organisation_post.identifier is 'Her login, or her identifier in the record she comes from; sealed under her own key.';
comment on column organisation_post.working_time is 'In hundredths of a full time.';
create index organisation_post_of_service on organisation_post (service);
