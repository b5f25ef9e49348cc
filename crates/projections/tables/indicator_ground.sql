create table indicator_fact (
    position bigint not null,
    rank smallint not null,
    support_case uuid,
    service uuid,
    meeting uuid,
    happening text not null,
    told_on date,
    at timestamptz not null,
    known_at timestamptz not null,
    primary key (position, rank)
);
comment on table indicator_fact is 'What of each event counts for the figures of a team, with when it was and when it was known. No name, no word.';
comment on column indicator_fact.support_case is 'Null for meetings and posts.';
comment on column indicator_fact.service is 'Of meetings, the service that called it; of posts, whose post it is.';
comment on column indicator_fact.happening is 'The fact, as JSON.';
comment on column indicator_fact.told_on is 'The day that is told of it; where it ends before the instant, it was then.';
comment on column indicator_fact.at is 'The instant that its event claims.';
comment on column indicator_fact.meeting is 'Of meetings, which one.';
create index indicator_fact_of_case on indicator_fact (support_case, greatest(at, known_at));
create index indicator_fact_of_service on indicator_fact (service, greatest(at, known_at));

create table indicator_standing (
    thing uuid primary key,
    support_case uuid not null,
    goes_on boolean not null,
    until_on date
);
comment on table indicator_standing is 'What goes on in a situation: itself, its measures, deadlines and actions. One in which nothing does is read only for the time in which something was written of it.';
comment on column indicator_standing.thing is 'The measure, deadline or action; the situation itself when it is none of them.';
comment on column indicator_standing.until_on is 'The last day that figures may ask of it: its term, its date, the end of its watch.';
create index indicator_standing_of_case on indicator_standing (support_case);

create table indicator_stream (
    stream uuid primary key,
    support_case uuid,
    service uuid
);
comment on table indicator_stream is 'To which situation a plan, a deadline or a decision belongs; which service a meeting or a post.';
