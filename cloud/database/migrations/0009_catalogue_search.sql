-- Visits in the best case (0 您不用跑, 1 最多跑一次), walked through the guidance when the item was published: lists show it.
alter table service_items add column least_visits int not null default 0 check (least_visits in (0, 1));
