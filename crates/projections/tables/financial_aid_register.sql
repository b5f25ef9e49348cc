create table financial_aid_requested (
    financial_aid uuid primary key,
    support_case uuid not null
);
comment on table financial_aid_requested is 'One row per financial aid that was requested: of which case its stream tells.';
create index financial_aid_requested_of_case on financial_aid_requested (support_case);
