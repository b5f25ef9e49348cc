create table exclusion_standing (
    exclusion uuid primary key,
    support_case uuid not null,
    worker uuid not null,
    reason bytea not null,
    set_by uuid not null,
    from_at timestamptz not null,
    until_at timestamptz,
    touched bigint not null
);
comment on table exclusion_standing is 'Who is kept away from which situation: while a row stands the situation does not exist for her.';
comment on column exclusion_standing.reason is 'Why, sealed.';
comment on column exclusion_standing.until_at is 'When it was lifted; null while it stands.';
comment on column exclusion_standing.touched is 'The position at which it was set or lifted: the open screens of the professional follow it.';
create index exclusion_standing_of_case on exclusion_standing (support_case, worker) where until_at is null;
create index exclusion_standing_by_worker on exclusion_standing (worker);
