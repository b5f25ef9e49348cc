create table workload_absence (
    absence uuid not null,
    worker uuid not null,
    from_on date not null,
    until_on date not null,
    primary key (worker, absence)
);
comment on table workload_absence is 'The days on which somebody said she is away. One that was taken back is in no row; why is nowhere.';

create table workload_crossing (
    worker uuid not null,
    threshold text not null,
    service uuid not null,
    week_on date not null,
    position bigint not null,
    known_at timestamptz not null,
    primary key (worker, threshold)
);
comment on table workload_crossing is 'The thresholds that were told and have not eased: to her, and to who answers for that service.';
comment on column workload_crossing.week_on is 'The Monday for which it was told.';
