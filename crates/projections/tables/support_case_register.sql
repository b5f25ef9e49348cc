create table support_case_register (
    support_case uuid primary key,
    label bytea not null,
    household uuid,
    service uuid not null,
    support text not null,
    intensity text not null,
    children smallint not null,
    opened_on date not null,
    opened_at timestamptz not null,
    requested_on date,
    closed_on date,
    closed_at timestamptz,
    watch_until date,
    referent uuid,
    known_at timestamptz not null,
    touched bigint not null
);
comment on table support_case_register is 'One row per accompanied situation, as it stands now.';
comment on column support_case_register.label is 'How it is called, sealed.';
comment on column support_case_register.children is 'How many children are concerned; each further one adds to the load.';
comment on column support_case_register.opened_on is 'The first day, whatever was closed and opened again since; figures go by the spells of support_case_openness.';
comment on column support_case_register.closed_at is 'When it was closed, as claimed; null while open. Imported cases may end before they start.';
comment on column support_case_register.watch_until is 'Until when a light link is kept after a closure.';
comment on column support_case_register.known_at is 'When the opening was known: to its source, else to Trame.';
comment on column support_case_register.touched is 'The position at which its name, its people or those around it last changed: the index of names follows it.';
create index support_case_register_by_service on support_case_register (service);
create index support_case_register_by_household on support_case_register (household);
create index support_case_register_by_referent on support_case_register (referent);
create index support_case_register_by_touch on support_case_register (touched);

create table support_case_openness (
    support_case uuid not null,
    rank integer not null,
    from_on date not null,
    from_at timestamptz not null,
    until_on date,
    until_at timestamptz,
    watch_until date,
    known_at timestamptz not null,
    until_known_at timestamptz,
    primary key (support_case, rank)
);
comment on table support_case_openness is 'Each spell in which a situation was open: from its opening or reopening to its closure.';
comment on column support_case_openness.rank is 'From 1, in the order of the log.';
comment on column support_case_openness.until_at is 'When it was closed, as claimed; null while open.';
comment on column support_case_openness.until_known_at is 'When the closure was known.';

create table support_case_referent (
    support_case uuid not null,
    rank integer not null,
    worker uuid not null,
    from_at timestamptz not null,
    until_at timestamptz,
    known_at timestamptz not null,
    until_known_at timestamptz,
    primary key (support_case, rank)
);
comment on table support_case_referent is 'Each spell in which a professional answered for a situation.';
comment on column support_case_referent.rank is 'From 1, in the order of the log; the higher one holds where late entries make two overlap.';
create index support_case_referent_by_worker on support_case_referent (worker);

create table support_case_member (
    support_case uuid not null,
    rank integer not null,
    worker uuid not null,
    from_at timestamptz not null,
    until_at timestamptz,
    known_at timestamptz not null,
    primary key (support_case, rank)
);
comment on table support_case_member is 'Each spell in which a professional was among those around the person.';
create index support_case_member_by_worker on support_case_member (worker) where until_at is null;

create table support_case_person (
    support_case uuid not null,
    person uuid not null,
    primary key (support_case, person)
);
comment on table support_case_person is 'The people accompanied, named when the situation opened.';
create index support_case_person_by_person on support_case_person (person);

create table support_case_complexity (
    support_case uuid not null,
    position bigint not null,
    from_at timestamptz not null,
    complexities text[] not null,
    primary key (support_case, position)
);
comment on table support_case_complexity is 'What makes a situation heavier to carry, each time it was reviewed; all that holds from then on.';

create table support_case_domain (
    support_case uuid not null,
    domain text not null,
    first_at timestamptz not null,
    primary key (support_case, domain)
);
comment on table support_case_domain is 'The life domains that a situation touches, by what was assessed, named or started in it, and since when.';
