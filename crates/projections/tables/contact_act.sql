create table contact_held (
    contact uuid primary key,
    support_case uuid not null,
    worker uuid not null,
    kind text not null,
    domains text[] not null,
    occurred_at timestamptz not null,
    known_at timestamptz not null
);
comment on table contact_held is 'One row per interview, visit, call or message that was held.';
comment on column contact_held.domains is 'The life domains it was about.';
create index contact_held_of_case on contact_held (support_case, occurred_at);

create table contact_missed (
    contact uuid primary key,
    support_case uuid not null,
    worker uuid not null,
    kind text not null,
    excused boolean not null,
    occurred_at timestamptz not null,
    known_at timestamptz not null
);
comment on table contact_missed is 'One row per appointment to which the person did not come.';
create index contact_missed_of_case on contact_missed (support_case, occurred_at);

create table contact_not_reached (
    contact uuid primary key,
    support_case uuid not null,
    worker uuid not null,
    by_what text not null,
    occurred_at timestamptz not null,
    known_at timestamptz not null
);
comment on table contact_not_reached is 'One row per way to reach a person that led nowhere.';
comment on column contact_not_reached.by_what is 'letter_returned or number_dead.';
create index contact_not_reached_of_case on contact_not_reached (support_case);

create table contact_recorded_act (
    position bigint primary key,
    support_case uuid not null,
    worker uuid,
    occurred_at timestamptz not null,
    known_at timestamptz not null
);
comment on table contact_recorded_act is 'One row per act kept from another record, of a kind that Trame knows no more of.';
comment on column contact_recorded_act.worker is 'Who did it; null when the record does not tell.';
create index contact_recorded_act_of_case on contact_recorded_act (support_case, occurred_at);
