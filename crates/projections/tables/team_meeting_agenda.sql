create table team_meeting_sitting (
    team_meeting uuid primary key,
    kind text not null,
    service uuid not null,
    chair uuid not null,
    starts_at timestamptz not null,
    stage text not null,
    closed_at timestamptz
);
comment on table team_meeting_sitting is 'One row per team meeting that has a day.';
comment on column team_meeting_sitting.stage is 'How far it came, as the rules name it.';
comment on column team_meeting_sitting.closed_at is 'When they rose, or it was given up or closed; null while it is to come or goes on.';
create index team_meeting_sitting_by_start on team_meeting_sitting (starts_at);

create table team_meeting_participant (
    team_meeting uuid not null,
    kind text not null,
    participant uuid not null,
    attendance text,
    primary key (team_meeting, kind, participant)
);
comment on table team_meeting_participant is 'Who is invited.';
comment on column team_meeting_participant.kind is 'worker or person.';
comment on column team_meeting_participant.attendance is 'Null until it is told.';
create index team_meeting_participant_by_worker on team_meeting_participant (participant);

create table team_meeting_agenda (
    team_meeting uuid not null,
    support_case uuid not null,
    position bigint not null,
    starts_at timestamptz not null,
    minutes integer not null,
    primary key (team_meeting, support_case)
);
comment on table team_meeting_agenda is 'The situations of each agenda.';
comment on column team_meeting_agenda.position is 'When it was put there, which orders those of one instant.';
create index team_meeting_agenda_by_case on team_meeting_agenda (support_case);

create table team_meeting_decision (
    team_meeting uuid not null,
    decision uuid not null,
    support_case uuid not null,
    doer_kind text not null,
    doer uuid not null,
    due_on date not null,
    decided_at timestamptz not null,
    known_at timestamptz not null,
    followed_at timestamptz,
    primary key (team_meeting, decision)
);
comment on table team_meeting_decision is 'What was decided, with its one doer and its date.';
comment on column team_meeting_decision.doer_kind is 'worker, person or service.';
comment on column team_meeting_decision.followed_at is 'When it was told what came of it; null until then.';
create index team_meeting_decision_by_case on team_meeting_decision (support_case, due_on);
