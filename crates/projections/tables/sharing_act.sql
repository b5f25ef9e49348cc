create table sharing_act (
    sharing uuid primary key,
    element uuid not null,
    support_case uuid not null,
    audience_kind text,
    audience uuid,
    bound_only boolean not null,
    basis text not null,
    yields boolean not null,
    purpose bytea not null,
    compartments text[] not null,
    elements uuid[] not null,
    reaches text[] not null,
    consent uuid,
    until_on date not null,
    informed_on date,
    informed_by uuid,
    withheld bytea,
    waits boolean not null,
    validated_by uuid,
    declined boolean not null,
    by uuid not null,
    from_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    reason bytea,
    touched bigint not null
);
comment on table sharing_act is 'Each exchange with named people and each sharing with a category: what, on which basis, until when.';
comment on column sharing_act.element is 'The event that made it: who receives it may read what it was made for.';
comment on column sharing_act.audience_kind is 'service, team or meeting; null for an exchange, whose people stand in sharing_recipient.';
comment on column sharing_act.audience is 'The service or the meeting; null for a team.';
comment on column sharing_act.bound_only is 'Whether it opens only to those of the category whom professional secrecy binds.';
comment on column sharing_act.yields is 'Whether an opposition of the person closes it.';
comment on column sharing_act.purpose is 'What for, sealed.';
comment on column sharing_act.elements is 'The events that tell what was passed on one by one.';
comment on column sharing_act.reaches is 'All compartments that something of it lies in.';
comment on column sharing_act.withheld is 'Why the family was not told beforehand, sealed; null when it was.';
comment on column sharing_act.waits is 'Whether somebody must still agree that it was not told: until then nothing opens.';
comment on column sharing_act.until_on is 'The last day on which it holds.';
comment on column sharing_act.reason is 'Why it ended or was declined, sealed.';
comment on column sharing_act.touched is 'The position at which it last changed: the open screens of those who receive it follow it.';
create index sharing_act_of_case on sharing_act (support_case);
create index sharing_act_to_audience on sharing_act (audience) where audience is not null;
create index sharing_act_by_touch on sharing_act (touched);
create index sharing_act_that_waits on sharing_act (support_case) where waits and ended_at is null;

create table sharing_recipient (
    sharing uuid not null,
    worker uuid not null,
    service uuid not null,
    profession text not null,
    bound_by_secrecy boolean not null,
    primary key (sharing, worker)
);
comment on table sharing_recipient is 'Those to whom an exchange is addressed, as each stood when it was made.';
create index sharing_recipient_by_worker on sharing_recipient (worker);
