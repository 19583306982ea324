-- 志愿匹配 volunteer: who helps, who asks, who was asked to come, who came. The same hour of one person is never offered twice.

-- Numbers a county may set; one row.
create table matching_settings (
  only_row              boolean primary key default true check (only_row),
  -- Streets beside the great circle, and how fast people walk.
  walking_factor        double precision not null default 1.3 check (walking_factor between 1 and 3),
  metres_per_minute     int not null default 75 check (metres_per_minute between 20 and 150),
  -- Minutes to answer an offer.
  answer_now_minutes    int not null default 5 check (answer_now_minutes between 1 and 30),
  answer_today_minutes  int not null default 30 check (answer_today_minutes between 5 and 240),
  answer_week_minutes   int not null default 240 check (answer_week_minutes between 30 and 1440),
  answer_planned_minutes int not null default 1440 check (answer_planned_minutes between 60 and 4320),
  -- How many are asked at once when it is urgent; the first who accepts comes.
  now_best              int not null default 5 check (now_best between 2 and 20),
  -- After so many refusals the team leader looks after it, after so many more the community.
  refusals_to_leader    int not null default 3 check (refusals_to_leader between 1 and 20),
  refusals_to_community int not null default 6 check (refusals_to_community between 1 and 40),
  -- Tasks one volunteer has before him at most.
  most_tasks            int not null default 6 check (most_tasks between 1 and 20),
  confirm_days          int not null default 3 check (confirm_days between 1 and 14),
  check (refusals_to_community > refusals_to_leader)
);
insert into matching_settings default values;

-- The points of a match, as they were from a moment on; the newest row counts, none is ever changed.
create table matching_weights (
  id         bigint generated always as identity primary key,
  weights    jsonb not null,
  why        text not null check (why <> ''),
  changed_by bigint references people,
  changed_at timestamptz(3) not null default now()
);
create trigger append_only before update or delete on matching_weights for each row execute function refuse_change();

-- ---- what people can do and speak ------------------------------------------------------------------------------

create table skills (
  code             text collate "C" primary key check (code ~ '^[a-z][A-Za-z]{1,30}$'),
  name             text not null unique check (length(name) between 1 and 12),
  -- Present where a certificate is asked for.
  certificate_name text,
  position         int not null
);

insert into skills (code, name, certificate_name, position) values
  ('escort', '陪诊陪同', null, 1), ('errand', '代买代取', null, 2), ('lifting', '搬抬东西', null, 3), ('plumbing', '修水管家具', null, 4),
  ('electrician', '修电路电器', '特种作业操作证（电工）', 5), ('phone', '教用手机', null, 6), ('company', '陪聊做伴', null, 7), ('care', '照看老人孩子', null, 8),
  ('cooking', '做饭', null, 9), ('haircut', '理发', null, 10), ('medical', '看病咨询', '医师执业证书', 11), ('nursing', '护理', '护士执业证书', 12),
  ('firstAid', '急救', '救护员证', 13), ('counselling', '心理疏导', '心理咨询或治疗证书', 14), ('law', '法律咨询', '律师执业证', 15),
  ('mediation', '调解劝架', '人民调解员证', 16), ('interpret', '方言翻译', null, 17), ('signLanguage', '手语', null, 18), ('writing', '填表写信', null, 19),
  ('tutoring', '辅导功课', null, 20), ('jobAdvice', '找工作改简历', null, 21), ('policy', '讲政策', null, 22), ('driving', '开车接送', '驾驶证', 23),
  ('patrol', '巡逻看护', null, 24), ('gardening', '种花修树', null, 25), ('music', '唱歌乐器', null, 26), ('sports', '健身带操', null, 27),
  ('photo', '拍照录像', null, 28), ('handicraft', '手工缝补', null, 29), ('computer', '修电脑', null, 30);

create table dialects (
  code text collate "C" primary key check (code ~ '^[a-z][A-Za-z]{1,30}$'),
  name text not null unique check (length(name) between 1 and 12),
  position int not null
);
-- Where dialects are spoken, by prefix of the national division code; those of the longest prefix count, several where several are spoken.
create table dialect_areas (
  area_prefix  text collate "C" not null check (area_prefix ~ '^\d{2}(\d{2}){0,2}$'),
  dialect_code text collate "C" not null references dialects,
  primary key (area_prefix, dialect_code)
);

-- Dialects and languages by the names their speakers use. Source: 中国语言地图集 (Language Atlas of China), 2nd edition, Commercial Press 2012, maps A and
-- B of Chinese dialects (its 区 and 片, subgroups joined or named after their best known town) and C of minority languages; how it became this table:
-- docs/decisions/0009-dialects.md.
insert into dialects (code, name, position) values
  ('northeast', '东北话', 1), ('beijing', '北京话', 2), ('jilu', '冀鲁官话', 3), ('jiaoliao', '胶辽官话', 4), ('zhongyuan', '中原官话', 5),
  ('guanzhong', '关中话', 6), ('lanyin', '兰银官话', 7), ('chuanyu', '川渝话', 8), ('huguang', '湖广官话', 9), ('yunnan', '云南话', 10),
  ('guizhou', '贵州话', 11), ('guiliu', '桂柳话', 12), ('jianghuai', '江淮官话', 13), ('jin', '晋语', 14), ('shanghai', '上海话', 15),
  ('suzhou', '苏锡常话', 16), ('jiahu', '嘉兴湖州话', 17), ('hangzhou', '杭州话', 18), ('shaoxing', '绍兴话', 19), ('ningbo', '宁波话', 20),
  ('taizhou', '台州话', 21), ('wenzhou', '温州话', 22), ('jinqu', '金华衢州丽水话', 23), ('xuanzhou', '宣州话', 24), ('hui', '徽语', 25),
  ('gan', '赣语', 26), ('xiang', '湘语', 27), ('minnan', '闽南话', 28), ('chaoshan', '潮汕话', 29), ('leizhou', '雷州话', 30),
  ('hainan', '海南话', 31), ('fuzhou', '福州话', 32), ('puxian', '莆仙话', 33), ('minbei', '闽北话', 34), ('minzhong', '闽中话', 35),
  ('yue', '粤语', 36), ('hakka', '客家话', 37), ('pinghua', '平话和土话', 38), ('zhuang', '壮语', 39), ('buyi', '布依语', 40),
  ('dai', '傣语', 41), ('dong', '侗语', 42), ('li', '黎语', 43), ('miao', '苗语', 44), ('yi', '彝语', 45), ('bai', '白语', 46),
  ('hani', '哈尼语', 47), ('tibetan', '藏语', 48), ('mongolian', '蒙古语', 49), ('uyghur', '维吾尔语', 50), ('kazakh', '哈萨克语', 51),
  ('kyrgyz', '柯尔克孜语', 52), ('korean', '朝鲜语', 53);

insert into dialect_areas (area_prefix, dialect_code)
select area_prefix, dialect_code
  from (values
  -- 北京、天津、河北
  ('11', 'beijing'),
  ('110117', 'jilu'),
  ('12', 'jilu'),
  ('120114', 'beijing'),
  ('13', 'jilu'),
  ('1304', 'jin'),
  ('130425 130434', 'zhongyuan'),
  ('130430 130433', 'jilu'),
  ('130502 130503 130505 130506 130523 130525 130582', 'jin'),
  ('130110 130126 130129 130131 130132', 'jin'),
  ('1307', 'jin'),
  ('1308', 'beijing'),
  ('130822 130827', 'jilu'),
  ('1310', 'beijing'),
  ('131023 131025 131026 131081', 'jilu'),
  -- 山西、内蒙古
  ('14', 'jin'),
  ('140223', 'jilu'),
  ('1408 1410', 'zhongyuan'),
  ('141030 141031 141032 141033 141034', 'jin'),
  ('15', 'mongolian jin'),
  ('1504', 'northeast beijing mongolian'),
  ('1505 1507 1522', 'northeast mongolian'),
  ('1525', 'mongolian jin'),
  ('1529', 'lanyin mongolian'),
  -- 辽宁、吉林、黑龙江
  ('21', 'northeast'),
  ('2102 2106 2108 210323 210522', 'jiaoliao'),
  ('210624 210682', 'northeast'),
  ('2113', 'northeast beijing'),
  ('22 23', 'northeast'),
  ('2224 220623', 'northeast korean'),
  -- 上海、江苏、浙江
  ('31', 'shanghai'),
  ('32', 'jianghuai'),
  ('320118', 'xuanzhou'),
  ('3202 3204 3205 321181 321282', 'suzhou'),
  ('3203 3213', 'zhongyuan'),
  ('321322 321323', 'jianghuai'),
  ('320614 320681', 'shanghai'),
  ('320707', 'jiaoliao'),
  ('33', 'jinqu'),
  ('3301', 'hangzhou'),
  ('330109 330111 330112 330122 3306', 'shaoxing'),
  ('330110 330113 3304 3305', 'jiahu'),
  ('330127 330182', 'hui'),
  ('3302 3309', 'ningbo'),
  ('330226', 'ningbo taizhou'),
  ('330281 330282', 'shaoxing ningbo'),
  ('3303', 'wenzhou'),
  ('330326 330327 330383', 'wenzhou minnan'),
  ('330329', 'jinqu fuzhou'),
  ('3310', 'taizhou'),
  -- 安徽
  ('34', 'jianghuai'),
  ('3402', 'jianghuai xuanzhou'),
  ('340281', 'jianghuai'),
  ('3403 3406 3412 3413 3416', 'zhongyuan'),
  ('340421 340422 341126 341504 341522 341524', 'zhongyuan'),
  ('340521', 'jianghuai xuanzhou'),
  ('3407', 'jianghuai xuanzhou'),
  ('340722', 'jianghuai'),
  ('340822 340825 340827 340828 340882 340826 341721', 'gan'),
  ('3410 341824 341825', 'hui'),
  ('341003', 'xuanzhou'),
  ('3417', 'jianghuai xuanzhou'),
  ('341722 341723', 'xuanzhou'),
  ('3418', 'xuanzhou'),
  ('341821 341882', 'jianghuai xuanzhou'),
  -- 福建
  ('35', 'fuzhou'),
  ('3502 3505 3506 350425 350802 350881', 'minnan'),
  ('3503', 'puxian'),
  ('3504', 'minzhong'),
  ('350421 350423 350424 3508', 'hakka'),
  ('350426', 'fuzhou'),
  ('350428', 'minbei gan'),
  ('350429 350430', 'gan'),
  ('350624', 'minnan hakka'),
  ('3507', 'minbei'),
  ('350722', 'minbei jinqu'),
  ('350723 350781', 'minbei gan'),
  -- 江西
  ('36', 'gan'),
  ('360222', 'hui'),
  ('360402 360403 360404', 'jianghuai'),
  ('3607', 'hakka'),
  ('360827 360828 360881', 'gan hakka'),
  ('360926', 'hakka gan'),
  ('361102 361103 361104 361123', 'jinqu'),
  ('361130', 'hui'),
  ('361181', 'hui gan'),
  -- 山东
  ('37', 'jilu'),
  ('3702 3706 3707 3710 370323 371121 371321 371323 371328', 'jiaoliao'),
  ('370783 371327', 'jilu'),
  ('3704 3708 3713 3717 370921 370923', 'zhongyuan'),
  -- 河南
  ('41', 'zhongyuan'),
  ('4105 4106 4107 4108 419001', 'jin'),
  ('410526 410527 410621 410725 410727 410783 410883', 'zhongyuan'),
  -- 湖北
  ('42', 'huguang'),
  ('420116 420117 4207 4209 4211 421381 420323 420324', 'jianghuai'),
  ('420984', 'huguang'),
  ('420222 420281 421088 4212', 'gan'),
  -- 湖南
  ('43', 'xiang'),
  ('430181 430281 430223 430224 430481 430482 430626 430682 431028 431023 431081', 'gan'),
  ('430225 431026 431027', 'hakka'),
  ('430525', 'gan xiang'),
  ('430527', 'gan miao'),
  ('430529', 'xiang miao'),
  ('430623 430921', 'huguang'),
  ('4307 4308', 'huguang'),
  ('4310 4311', 'huguang pinghua'),
  ('431181', 'xiang'),
  ('431122', 'xiang pinghua'),
  ('4312', 'huguang'),
  ('431223 431224 433122', 'xiang'),
  ('431226 431229', 'huguang miao'),
  ('431227 431228 431230', 'huguang dong'),
  ('4331', 'huguang miao'),
  -- 广东
  ('44', 'yue'),
  ('4402', 'hakka yue'),
  ('440281 440282', 'hakka pinghua'),
  ('4403', 'yue hakka'),
  ('4405 4451 4452', 'chaoshan'),
  ('4408', 'leizhou yue'),
  ('440825 440882', 'leizhou'),
  ('440881', 'yue hakka'),
  ('440883', 'yue'),
  ('440904', 'yue leizhou'),
  ('440981 440983', 'yue hakka'),
  ('4413 4414 4416', 'hakka'),
  ('441324', 'yue hakka'),
  ('441323', 'hakka chaoshan'),
  ('4415', 'chaoshan hakka'),
  ('441523', 'hakka'),
  ('441881', 'hakka yue'),
  ('441882', 'yue pinghua'),
  ('4420', 'yue hakka'),
  ('445222', 'hakka chaoshan'),
  -- 广西、海南
  ('45', 'zhuang guiliu'),
  ('4501', 'yue pinghua zhuang'),
  ('4502', 'guiliu zhuang'),
  ('450225', 'guiliu miao'),
  ('450226', 'guiliu dong'),
  ('4503', 'guiliu pinghua'),
  ('450324 450327 450329', 'xiang guiliu'),
  ('450325', 'guiliu xiang'),
  ('450328', 'guiliu dong'),
  ('4504 450821', 'yue'),
  ('4505', 'yue hakka'),
  ('4506 4507 4508 4514', 'yue zhuang'),
  ('4509', 'yue hakka'),
  ('4511', 'yue hakka guiliu'),
  ('451122 451123', 'guiliu pinghua'),
  ('46', 'hainan'),
  ('4602 469001 469007 469025 469026 469027 469028 469029 469030', 'hainan li'),
  -- 重庆、四川
  ('50 51', 'chuanyu'),
  ('510112 511083', 'chuanyu hakka'),
  ('510422 511132 511133 5134', 'chuanyu yi'),
  ('5132 5133', 'chuanyu tibetan'),
  ('513422', 'chuanyu tibetan yi'),
  -- 贵州、云南、西藏
  ('52', 'guizhou'),
  ('5202 520526 520527 520521', 'guizhou yi miao'),
  ('520423 520424 520425 5223 5227', 'guizhou buyi miao'),
  ('520524 520628', 'guizhou miao'),
  ('520622', 'guizhou dong'),
  ('5226', 'guizhou miao dong'),
  ('53', 'yunnan'),
  ('530126 530128 530129 530426 530724 5323 532926 532927 532922', 'yunnan yi'),
  ('530427', 'yunnan yi dai'),
  ('530428', 'yunnan hani dai'),
  ('530626 530681', 'chuanyu yunnan'),
  ('530822 530826', 'yunnan hani'),
  ('530824 530827 530926 5331', 'yunnan dai'),
  ('5325', 'yunnan hani yi'),
  ('532523', 'yunnan miao'),
  ('5326', 'yunnan zhuang miao'),
  ('5328', 'yunnan dai hani'),
  ('5329 533325', 'yunnan bai'),
  ('5334', 'tibetan yunnan'),
  ('54', 'tibetan'),
  -- 陕西、甘肃、青海、宁夏、新疆
  ('61', 'guanzhong'),
  ('6106 6108', 'jin'),
  ('610628 610629 610630 610631 610632', 'guanzhong'),
  ('6107', 'chuanyu zhongyuan'),
  ('6109', 'chuanyu jianghuai zhongyuan'),
  ('611023', 'zhongyuan'),
  ('611025 611026', 'jianghuai'),
  ('62', 'zhongyuan'),
  ('6201 6202 6203 6204 6206 6207 6209', 'lanyin'),
  ('620421 620422', 'zhongyuan'),
  ('620623', 'lanyin tibetan'),
  ('620923', 'lanyin mongolian'),
  ('620924', 'lanyin kazakh'),
  ('621222', 'zhongyuan chuanyu'),
  ('6230', 'tibetan zhongyuan'),
  ('63', 'zhongyuan tibetan'),
  ('6301 6302', 'zhongyuan'),
  ('6326 6327', 'tibetan'),
  ('6328', 'zhongyuan mongolian tibetan'),
  ('632324', 'mongolian tibetan'),
  ('64', 'lanyin'),
  ('640323 6404 640522', 'zhongyuan'),
  ('65', 'uyghur lanyin'),
  ('6504', 'uyghur zhongyuan'),
  ('6523', 'lanyin kazakh uyghur'),
  ('6527', 'mongolian kazakh uyghur'),
  ('6528', 'uyghur mongolian zhongyuan'),
  ('6529 6531 6532', 'uyghur'),
  ('6530', 'kyrgyz uyghur'),
  ('6540', 'kazakh uyghur zhongyuan'),
  ('6542 6543', 'kazakh lanyin'),
  -- 台湾、香港、澳门
  ('71', 'minnan hakka'),
  ('81 82', 'yue')
) as there (prefixes, spoken), unnest(string_to_array(prefixes, ' ')) as area_prefix, unnest(string_to_array(spoken, ' ')) as dialect_code;

create table volunteers (
  person_id      bigint primary key references people,
  status         text not null check (status in ('applied', 'approved', 'paused', 'left')),
  -- Why it is not approved, or why somebody left.
  status_reason  text,
  name           text not null check (length(name) between 2 and 20),
  area_code      text collate "C" not null references areas check (length(area_code) >= 12),
  -- 籍贯, as exactly as it is known: province 2 … village 12 digits.
  home_area_code text check (home_area_code ~ '^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$'),
  sex            text check (sex in ('female', 'male')),
  -- The years a band begins with: 16, 18, 35, 50, 60, 70.
  age_band       int check (age_band in (16, 18, 35, 50, 60, 70)),
  base_lat       double precision not null check (base_lat between -90 and 90),
  base_lng       double precision not null check (base_lng between -180 and 180),
  radius_metres  int not null check (radius_metres between 200 and 20000),
  weekly_minutes int not null check (weekly_minutes between 30 and 2400),
  insured_until  date,
  -- PIPL art. 24: whoever refuses is asked by staff only.
  automatic      boolean not null default true,
  about          text not null default '' check (length(about) <= 200),
  applied_at     timestamptz(3) not null default now(),
  decided_at     timestamptz(3),
  decided_by     bigint references people,
  changed_at     timestamptz(3) not null default now(),
  -- The transaction that last changed anything matching asks about this person: servers read who changed since their snapshot.
  changed_xid    xid8 not null default pg_current_xact_id(),
  check ((status = 'applied') = (decided_at is null) or status = 'left')
);
create index volunteers_by_area on volunteers (area_code, status, person_id);
create index volunteers_by_change on volunteers (changed_xid);

create table volunteer_skills (
  person_id         bigint not null references volunteers on delete cascade,
  skill_code        text collate "C" not null references skills,
  level             int not null default 1 check (level between 1 and 3),
  -- Counts only when somebody of the community saw it.
  certificate_until date,
  checked_by        bigint references people,
  checked_at        timestamptz(3),
  primary key (person_id, skill_code),
  check ((certificate_until is null) = (checked_by is null) and (checked_by is null) = (checked_at is null))
);

create table volunteer_dialects (
  person_id    bigint not null references volunteers on delete cascade,
  dialect_code text collate "C" not null references dialects,
  primary key (person_id, dialect_code)
);

-- Free every week: Monday is 1, minutes of the day.
create table availability_weekly (
  person_id    bigint not null references volunteers on delete cascade,
  weekday      int not null check (weekday between 1 and 7),
  from_minute  int not null check (from_minute between 0 and 1439),
  until_minute int not null check (until_minute between 1 and 1440),
  check (from_minute < until_minute),
  exclude using gist (person_id with =, weekday with =, int4range(from_minute, until_minute) with &&)
);
-- Otherwise on single days: free in addition, or not free.
create table availability_exceptions (
  person_id bigint not null references volunteers on delete cascade,
  span      tstzrange not null check (not isempty(span) and not lower_inf(span) and not upper_inf(span)),
  free      boolean not null,
  exclude using gist (person_id with =, span with &&)
);

-- Two who are not brought together again; whoever asked for it is `by_id`, and nobody else learns of it.
create table person_blocks (
  by_id      bigint not null references people,
  other_id   bigint not null references people,
  created_at timestamptz(3) not null default now(),
  primary key (by_id, other_id),
  check (by_id <> other_id)
);
-- A mediator must be unknown to both sides.
create table acquaintances (
  person_id  bigint not null references people,
  other_id   bigint not null references people,
  created_at timestamptz(3) not null default now(),
  primary key (person_id, other_id),
  check (person_id <> other_id)
);

-- ---- help requests 求助 ------------------------------------------------------------------------------------------

-- The life of a help request as the contract has it (types/volunteer/life.ts); a test compares the two.
create table help_transitions (
  kind        text not null,
  from_status text not null,
  to_status   text not null,
  primary key (kind, from_status, to_status)
);
insert into help_transitions (kind, from_status, to_status) values
  ('ask', 'open', 'open'), ('match', 'open', 'matching'), ('match', 'unmet', 'matching'), ('offer', 'open', 'offered'),
  ('offer', 'matching', 'offered'), ('offer', 'unmet', 'offered'), ('offerMore', 'offered', 'offered'), ('takePlace', 'offered', 'offered'),
  ('fill', 'offered', 'assigned'), ('decline', 'offered', 'offered'), ('expire', 'offered', 'offered'), ('withdrawOffer', 'offered', 'offered'),
  ('lookAgain', 'offered', 'matching'), ('lookAgain', 'assigned', 'matching'), ('leavePlace', 'offered', 'offered'),
  ('leavePlace', 'matching', 'matching'), ('startShort', 'matching', 'assigned'), ('startShort', 'offered', 'assigned'), ('giveUp', 'open', 'unmet'),
  ('giveUp', 'matching', 'unmet'), ('giveUp', 'offered', 'unmet'), ('giveUp', 'assigned', 'unmet'), ('askStaff', 'matching', 'open'),
  ('askStaff', 'offered', 'open'), ('askStaff', 'unmet', 'open'), ('change', 'open', 'open'), ('change', 'matching', 'matching'),
  ('change', 'offered', 'offered'), ('change', 'unmet', 'unmet'), ('escalate', 'open', 'open'), ('escalate', 'matching', 'matching'),
  ('escalate', 'offered', 'offered'), ('escalate', 'unmet', 'unmet'), ('escalate', 'assigned', 'assigned'), ('escalate', 'inService', 'inService'),
  ('escalate', 'done', 'done'), ('takeOver', 'open', 'open'), ('takeOver', 'matching', 'matching'), ('takeOver', 'offered', 'offered'),
  ('takeOver', 'unmet', 'unmet'), ('takeOver', 'assigned', 'assigned'), ('takeOver', 'inService', 'inService'), ('takeOver', 'done', 'done'),
  ('setOut', 'assigned', 'assigned'), ('setOut', 'inService', 'inService'), ('checkIn', 'assigned', 'inService'),
  ('joinIn', 'inService', 'inService'), ('leaveEarly', 'inService', 'inService'), ('finish', 'inService', 'done'), ('confirm', 'done', 'confirmed'),
  ('rate', 'confirmed', 'rated'), ('cancel', 'open', 'cancelled'), ('cancel', 'matching', 'cancelled'), ('cancel', 'offered', 'cancelled'),
  ('cancel', 'unmet', 'cancelled'), ('cancel', 'assigned', 'cancelled');

create table help_requests (
  id               bigint generated always as identity primary key,
  kind             text not null,
  -- Said in words: shown to whoever comes, not before.
  words            text not null default '' check (length(words) <= 500),
  urgency          text not null check (urgency in ('now', 'today', 'thisWeek', 'planned')),
  status           text not null default 'open' check (status in ('open', 'matching', 'offered', 'assigned', 'inService', 'done', 'confirmed',
                                                                  'rated', 'cancelled', 'unmet')),
  version          int not null default 1,
  -- Who is helped, under which name, and who asked: the same, a family member, a grid worker.
  requester_id     bigint not null references people,
  requester_name   text not null,
  made_by          bigint not null references people,
  area_code        text collate "C" not null references areas check (length(area_code) >= 12),
  lat              double precision not null check (lat between -90 and 90),
  lng              double precision not null check (lng between -180 and 180),
  -- The door, AES-256-GCM under SECRET_KEY: for whoever comes.
  address_cipher   bytea,
  people           int not null default 1 check (people between 1 and 20),
  minutes          int not null check (minutes between 10 and 720),
  risky            boolean not null,
  min_age          int,
  max_age          int,
  home_area_code   text check (home_area_code ~ '^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$'),
  sex              text check (sex in ('female', 'male')),
  wish_dialect     text check (wish_dialect in ('must', 'better')),
  wish_home        text check (wish_home in ('must', 'better')),
  wish_sex         text check (wish_sex in ('must', 'better')),
  -- False: staff arrange it by hand.
  automatic        boolean not null default true,
  -- 责任到人: who answers for it now.
  owner_id         bigint references people,
  -- 0 matching, 1 the team leader, 2 the community.
  escalation       int not null default 0 check (escalation between 0 and 2),
  refusals         int not null default 0,
  unmet_reason     text check (unmet_reason in ('nobodyAble', 'nobodyAnswered', 'timeIsUp', 'nobodyCame')),
  -- What would fill the places that are empty (types/volunteer/shapes.ts), as of the last look.
  unmet_places     jsonb,
  -- By when the clock looks at it again; null where nothing is waited for.
  due_at           timestamptz(3),
  asked_at         timestamptz(3) not null default now(),
  assigned_at      timestamptz(3),
  done_at          timestamptz(3),
  ended_at         timestamptz(3),
  changed_at       timestamptz(3) not null default now(),
  stars            int check (stars between 1 and 5),
  comment          text check (length(comment) <= 300),
  rated_at         timestamptz(3),
  unique (id, people),
  constraint help_always_an_owner check (owner_id is not null or status in ('done', 'confirmed', 'rated', 'cancelled')),
  constraint help_always_a_deadline check (due_at is not null or status in ('confirmed', 'rated', 'cancelled')),
  constraint unmet_says_why check ((status = 'unmet') <= (unmet_reason is not null)),
  check ((status = 'rated') = (stars is not null)),
  check ((ended_at is null) = (status not in ('confirmed', 'rated', 'cancelled')))
);
create index help_requests_by_requester on help_requests (requester_id, id desc);
create index help_requests_by_maker on help_requests (made_by, id desc) where made_by <> requester_id;
create index help_requests_by_area on help_requests (area_code, id desc) where ended_at is null;
create index help_requests_due on help_requests (due_at) where due_at is not null;
create index help_requests_by_owner on help_requests (owner_id, id desc) where ended_at is null;

-- When it may be done: one of these.
create table help_request_windows (
  request_id bigint not null references help_requests on delete cascade,
  span       tstzrange not null check (not isempty(span) and not lower_inf(span) and not upper_inf(span)),
  exclude using gist (request_id with =, span with &&)
);
create table help_request_skills (
  request_id  bigint not null references help_requests on delete cascade,
  skill_code  text collate "C" not null references skills,
  level       int not null default 1 check (level between 1 and 3),
  certificate boolean not null default false,
  primary key (request_id, skill_code)
);
create table help_request_dialects (
  request_id   bigint not null references help_requests on delete cascade,
  dialect_code text collate "C" not null references dialects,
  primary key (request_id, dialect_code)
);

create table help_request_events (
  request_id  bigint not null references help_requests,
  seq         int not null,
  at          timestamptz(3) not null,
  kind        text not null,
  from_status text not null,
  to_status   text not null,
  actor       text not null check (actor in ('requester', 'volunteer', 'staff', 'system')),
  person_id   bigint references people,
  why         text,
  facts       jsonb not null default '{}',
  primary key (request_id, seq),
  foreign key (kind, from_status, to_status) references help_transitions (kind, from_status, to_status),
  check ((actor = 'system') = (person_id is null))
);
create trigger append_only before update or delete on help_request_events for each row execute function refuse_change();

-- Each event begins where the last one ended, and time does not run backwards.
create function follow_help_event() returns trigger language plpgsql as $$
declare
  last help_request_events;
begin
  select * into last from help_request_events where request_id = new.request_id order by seq desc limit 1;
  if new.seq <> coalesce(last.seq, 0) + 1 or new.from_status <> coalesce(last.to_status, 'open') or new.at < coalesce(last.at, new.at) then
    raise exception 'event % of help request % does not follow', new.seq, new.request_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger follows before insert on help_request_events for each row execute function follow_help_event();

-- And a status is only ever written together with the event that leads to it.
create function check_help_status() returns trigger language plpgsql as $$
begin
  if (select status from help_requests where id = new.id)
     is distinct from (select to_status from help_request_events where request_id = new.id order by seq desc limit 1) then
    raise exception 'help request % is not where its history ends', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger status_has_event after insert or update of status on help_requests
  deferrable initially deferred for each row execute function check_help_status();

-- ---- offers 邀约 and assignments 指派 -----------------------------------------------------------------------------

create table offers (
  id          bigint generated always as identity primary key,
  request_id  bigint not null references help_requests,
  person_id   bigint not null references volunteers,
  -- The window with nothing around it: from when to when the person is asked to be there.
  span        tstzrange not null check (not isempty(span) and not lower_inf(span) and not upper_inf(span)),
  status      text not null default 'sent' check (status in ('sent', 'accepted', 'declined', 'expired', 'withdrawn')),
  score       int not null,
  -- Reasons as the engine gave them (types/volunteer/views.ts).
  reasons     jsonb not null,
  -- By hand: who chose this person, and why.
  sent_by     bigint references people,
  why         text,
  sent_at     timestamptz(3) not null,
  answer_by   timestamptz(3) not null,
  answered_at timestamptz(3),
  -- Why it was withdrawn or declined, as a word of the contract.
  reason      text,
  check ((status = 'sent') = (answered_at is null)),
  check ((sent_by is null) = (why is null)),
  -- Two servers, a clerk and a job: whoever comes second finds the hour taken.
  constraint no_hour_offered_twice exclude using gist (person_id with =, span with &&) where (status in ('sent', 'accepted'))
);
create unique index one_live_offer on offers (request_id, person_id) where status in ('sent', 'accepted');
create index offers_by_person on offers (person_id, id desc);
create index offers_by_request on offers (request_id, id);
create index offers_to_expire on offers (answer_by) where status = 'sent';

create table assignments (
  id            bigint generated always as identity primary key,
  request_id    bigint not null,
  -- Never more people than were asked for.
  people        int not null,
  place_no      int not null check (place_no between 1 and people),
  offer_id      bigint not null unique references offers,
  person_id     bigint not null references volunteers,
  span          tstzrange not null,
  status        text not null default 'assigned' check (status in ('assigned', 'inService', 'done', 'cancelled')),
  accepted_at   timestamptz(3) not null,
  set_out_at    timestamptz(3),
  checked_in_at timestamptz(3),
  checked_out_at timestamptz(3),
  cancelled_at  timestamptz(3),
  cancel_reason text,
  foreign key (request_id, people) references help_requests (id, people) on update cascade,
  check ((status in ('inService', 'done')) <= (checked_in_at is not null)),
  check ((status = 'done') = (checked_out_at is not null)),
  check (checked_out_at >= checked_in_at),
  check ((status = 'cancelled') = (cancelled_at is not null)),
  constraint never_two_tasks_at_once exclude using gist (person_id with =, span with &&) where (status <> 'cancelled')
);
create unique index one_person_a_place on assignments (request_id, place_no) where status <> 'cancelled';
create unique index one_place_a_person on assignments (request_id, person_id) where status <> 'cancelled';
create index assignments_by_person on assignments (person_id, id desc);

-- Service at a task counts like service at an activity, and never twice for the same hour.
alter table service_records add assignment_id bigint unique references assignments;
alter table service_records add check (num_nonnulls(activity_id, assignment_id) <= 1);

-- Words between the two sides of a task; numbers stay with the platform.
create table help_messages (
  id         bigint generated always as identity primary key,
  request_id bigint not null references help_requests,
  from_id    bigint not null references people,
  kind       text not null check (kind in ('words', 'callBack')),
  words      text not null default '' check (length(words) <= 300),
  at         timestamptz(3) not null default now(),
  check ((kind = 'words') = (words <> ''))
);
create index help_messages_in_order on help_messages (request_id, id);

-- What each round of the whole pool reached.
create table matching_runs (
  id            bigint generated always as identity primary key,
  at            timestamptz(3) not null,
  volunteers    int not null,
  requests      int not null,
  places        int not null,
  places_filled int not null,
  filled        int not null,
  score         int not null,
  spread        int not null,
  proven        boolean not null,
  offers_sent   int not null
);

-- ---- who changed ---------------------------------------------------------------------------------------------------

create function note_volunteer_change() returns trigger language plpgsql as $$
begin
  update volunteers set changed_xid = pg_current_xact_id()
   where person_id = any (case tg_op when 'INSERT' then array[new.person_id] when 'DELETE' then array[old.person_id]
                                     else array[new.person_id, old.person_id] end)
     and changed_xid <> pg_current_xact_id();
  return null;
end $$;
create trigger noted after insert or update or delete on volunteer_skills for each row execute function note_volunteer_change();
create trigger noted after insert or update or delete on volunteer_dialects for each row execute function note_volunteer_change();
create trigger noted after insert or update or delete on availability_weekly for each row execute function note_volunteer_change();
create trigger noted after insert or update or delete on availability_exceptions for each row execute function note_volunteer_change();
create trigger noted after insert or update on offers for each row execute function note_volunteer_change();
create trigger noted after insert or update on assignments for each row execute function note_volunteer_change();
create trigger noted after insert or update or delete on acquaintances for each row execute function note_volunteer_change();

create function note_block_change() returns trigger language plpgsql as $$
begin
  update volunteers set changed_xid = pg_current_xact_id()
   where person_id in (coalesce(new.by_id, old.by_id), coalesce(new.other_id, old.other_id));
  return null;
end $$;
create trigger noted after insert or delete on person_blocks for each row execute function note_block_change();

create function note_own_change() returns trigger language plpgsql as $$
begin
  new.changed_xid := pg_current_xact_id();
  return new;
end $$;
create trigger noted before update on volunteers for each row execute function note_own_change();

-- ---- teams 志愿团队 and who is on duty 值班 --------------------------------------------------------------------------

create table teams (
  id             bigint generated always as identity primary key,
  -- 老乡帮帮团, 街面劝架服务团, 就业扶助团队, 家园卫士, 理论导读队, or free.
  kind           text not null check (kind in ('hometown', 'mediation', 'work', 'guard', 'policy', 'free')),
  name           text not null check (length(name) between 2 and 20),
  area_code      text collate "C" not null references areas,
  home_area_code text check (home_area_code ~ '^\d{2}(\d{2}(\d{2})?)?$'),
  leader_id      bigint not null references people,
  about          text not null default '' check (length(about) <= 300),
  created_by     bigint not null references people,
  created_at     timestamptz(3) not null default now(),
  closed_at      timestamptz(3),
  check ((kind = 'hometown') = (home_area_code is not null))
);
create unique index team_name_taken on teams (area_code, name) where closed_at is null;
create index teams_by_area on teams (area_code, id) where closed_at is null;
create index teams_by_leader on teams (leader_id) where closed_at is null;

create table team_members (
  team_id    bigint not null references teams,
  person_id  bigint not null references volunteers,
  status     text not null check (status in ('asked', 'member', 'left')),
  asked_at   timestamptz(3) not null default now(),
  decided_at timestamptz(3),
  primary key (team_id, person_id),
  check ((status = 'asked') = (decided_at is null))
);
create index team_members_by_person on team_members (person_id) where status <> 'left';

-- One person at one place at a time; shown only when he or she agreed to be shown (membership of a party is nobody's business otherwise).
create table duty_shifts (
  id           bigint generated always as identity primary key,
  person_id    bigint not null references people,
  profession   text not null check (profession in ('partyMember', 'police', 'doctor', 'lawyer', 'safetyVolunteer', 'newcomer')),
  area_code    text collate "C" not null references areas,
  place_name   text not null check (length(place_name) between 2 and 60),
  -- What is shown before the title: 陈 of 陈医生.
  surname      text not null check (length(surname) between 1 and 4),
  span         tstzrange not null check (not isempty(span) and not lower_inf(span) and not upper_inf(span)),
  agreed_at    timestamptz(3),
  created_by   bigint not null references people,
  created_at   timestamptz(3) not null default now(),
  cancelled_at timestamptz(3),
  constraint on_duty_once exclude using gist (person_id with =, span with &&) where (cancelled_at is null)
);
create index duty_shifts_by_span on duty_shifts using gist (span) where cancelled_at is null;
create index duty_shifts_by_person on duty_shifts (person_id, id desc);

-- Who wished to hear from whoever was on duty: words both ways, numbers never.
create table duty_calls (
  id          bigint generated always as identity primary key,
  shift_id    bigint not null references duty_shifts,
  person_id   bigint not null references people,
  words       text not null check (length(words) <= 200),
  at          timestamptz(3) not null,
  answer      text check (length(answer) <= 200),
  answered_at timestamptz(3),
  check ((answer is null) = (answered_at is null))
);
create index duty_calls_by_person on duty_calls (person_id, at);
create index duty_calls_by_shift on duty_calls (shift_id, id desc);
