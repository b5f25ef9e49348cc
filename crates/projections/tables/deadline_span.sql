create table deadline_span (
    deadline uuid not null,
    rank integer not null,
    support_case uuid not null,
    kind text not null,
    domain text,
    legal boolean not null,
    due_on date,
    due_at timestamptz,
    from_at timestamptz not null,
    until_at timestamptz,
    ending text,
    known_at timestamptz not null,
    until_known_at timestamptz,
    rule text,
    name text,
    primary key (deadline, rank),
    check ((due_on is null) <> (due_at is null))
);
comment on table deadline_span is 'Each span in which a deadline stood with one date, so that what was late can be asked of any instant.';
comment on column deadline_span.due_on is 'A legal date: late only when that day is over in the territory.';
comment on column deadline_span.due_at is 'The exact instant of an imported record, in the place of a day.';
comment on column deadline_span.ending is 'met, moved, withdrawn or lapsed; null while it stands.';
comment on column deadline_span.rule is 'The rule that set it; null where somebody did.';
comment on column deadline_span.name is 'What that rule calls it; nothing in it is about a person.';
create index deadline_span_of_case on deadline_span (support_case);
