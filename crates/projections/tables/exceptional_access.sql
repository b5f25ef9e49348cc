create table exceptional_access (
    access uuid primary key,
    support_case uuid not null,
    worker uuid not null,
    need text not null,
    reason bytea not null,
    from_at timestamptz not null,
    until_at timestamptz not null,
    review_by timestamptz not null,
    finding text,
    words bytea,
    reviewed_by uuid,
    reviewed_at timestamptz,
    touched bigint not null
);
comment on table exceptional_access is 'Each time a situation was opened with a reason: who, why, until when, and what its review found.';
comment on column exceptional_access.need is 'emergency or supervision.';
comment on column exceptional_access.reason is 'Why, sealed.';
comment on column exceptional_access.until_at is 'The last instant at which it is open.';
comment on column exceptional_access.finding is 'justified or unjustified; null until it is reviewed.';
comment on column exceptional_access.touched is 'The position at which it last changed: the open screens of who opened follow it.';
create index exceptional_access_of_case on exceptional_access (support_case);
create index exceptional_access_by_worker on exceptional_access (worker, until_at);
create index exceptional_access_to_review on exceptional_access (review_by) where finding is null;
