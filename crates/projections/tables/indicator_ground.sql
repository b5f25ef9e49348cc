create table indicator_fact (
    position bigint not null,
    rank smallint not null,
    support_case uuid,
    service uuid,
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
create index indicator_fact_of_case on indicator_fact (support_case, at);
create index indicator_fact_of_service on indicator_fact (service);

create table indicator_stream (
    stream uuid primary key,
    support_case uuid,
    service uuid
);
comment on table indicator_stream is 'To which situation a plan, a deadline or a decision belongs; which service a meeting or a post.';
