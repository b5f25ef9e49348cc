create table deadline_case (
    support_case uuid primary key,
    support text not null,
    opened_on date not null,
    requested_on date,
    closed_on date,
    watch_until date,
    heard_at timestamptz,
    met_at timestamptz,
    touched bigint not null
);
comment on table deadline_case is 'The dates of each situation from which the rules of deadlines are counted.';
comment on column deadline_case.opened_on is 'The first day of the present accompaniment.';
comment on column deadline_case.requested_on is 'The day on which it was asked for, where that was told; null once it began again.';
comment on column deadline_case.closed_on is 'Its last day; null while open.';
comment on column deadline_case.heard_at is 'The last time that somebody of the family was reached.';
comment on column deadline_case.met_at is 'The last time that somebody of the family was met.';
comment on column deadline_case.touched is 'The position at which any of it last changed.';
create index deadline_case_by_touch on deadline_case (touched);

create table deadline_fact (
    support_case uuid not null,
    what text not null,
    item uuid not null,
    rank integer not null,
    on_day date,
    at timestamptz,
    domain text,
    answered boolean not null,
    primary key (support_case, what, item, rank)
);
comment on table deadline_fact is 'What else happened in a situation from which deadlines are counted.';
comment on column deadline_fact.what is 'measure_start, term, orientation_request or orientation.';
comment on column deadline_fact.rank is 'From 1: a measure has another term each time it is renewed.';
comment on column deadline_fact.at is 'The instant of what tells no day.';
comment on column deadline_fact.answered is 'Whether what it asks for was done.';
