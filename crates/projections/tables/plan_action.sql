create table plan_draft (
    plan uuid primary key,
    support_case uuid not null
);
comment on table plan_draft is 'Which situation a plan is for.';
create index plan_draft_by_case on plan_draft (support_case);

create table plan_action (
    plan uuid not null,
    action uuid not null,
    support_case uuid not null,
    domain text not null,
    doer_kind text not null,
    doer uuid not null,
    due_on date,
    progress text not null,
    given_at timestamptz not null,
    over_at timestamptz,
    primary key (plan, action)
);
comment on table plan_action is 'One row per action of a plan, with its one doer and its present date.';
comment on column plan_action.doer_kind is 'worker, person or service.';
comment on column plan_action.progress is 'to_do, started, done or abandoned.';
create index plan_action_due on plan_action (support_case, due_on) where over_at is null;

create table plan_domain (
    support_case uuid not null,
    domain text not null,
    first_at timestamptz not null,
    primary key (support_case, domain)
);
comment on table plan_domain is 'The life domains in which a goal or an action was agreed, and since when.';
