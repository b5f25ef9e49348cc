create table signal_case (
    support_case uuid primary key,
    open boolean not null,
    watch_until date,
    opened_on date not null,
    intensity text not null,
    had_referent boolean not null,
    heard_at timestamptz,
    voice_at timestamptz,
    details_at timestamptz,
    touched_at timestamptz not null
);
comment on table signal_case is 'The few dates of each situation on which its signals rest.';
comment on column signal_case.watch_until is 'Until when a light link is kept after its closure.';
comment on column signal_case.opened_on is 'The first day of the present accompaniment.';
comment on column signal_case.heard_at is 'The last time that somebody of the family was reached.';
comment on column signal_case.voice_at is 'The last time that words of the person or a child were kept.';
comment on column signal_case.details_at is 'The last time that a new way to reach the person became known.';
comment on column signal_case.touched_at is 'The last time that anything was written; setting a signal aside is no such time.';

create table signal_item (
    support_case uuid not null,
    what text not null,
    item uuid not null,
    on_day date,
    at timestamptz,
    domain text,
    primary key (what, support_case, item)
);
comment on table signal_item is 'What stands: appointments missed, ways that lead nowhere, terms without renewal, measures, actions, a change of référent.';
comment on column signal_item.what is 'missed, letter_returned, number_dead, term, handover, decided, running, action, deadline or check_in.';
comment on column signal_item.on_day is 'Its day, or that on which it is due; null for an action without date, and where the instant is known.';
comment on column signal_item.domain is 'Its domain of life: who may not know of it is told nothing of the item.';
create index signal_item_of_case on signal_item (support_case);

create table signal_set_aside (
    position bigint not null,
    rank integer not null,
    support_case uuid not null,
    kind text not null,
    item uuid,
    on_day date not null,
    step bigint not null,
    primary key (position, rank)
);
comment on table signal_set_aside is 'Evidence of signals that was set aside; new evidence is in no row.';
create index signal_set_aside_of_case on signal_set_aside (support_case);

create table signal_stream (
    stream uuid primary key,
    support_case uuid not null
);
comment on table signal_stream is 'Which situation a plan or a deadline belongs to.';

create table signal_person (
    person uuid not null,
    support_case uuid not null,
    primary key (person, support_case)
);
comment on table signal_person is 'The people accompanied: a new way to reach one of them is known in each of her situations.';
