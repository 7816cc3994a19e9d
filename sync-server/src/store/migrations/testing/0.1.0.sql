-- 31 0e5ef98ad4071f23ea11dd40d176720df04ce61f361417d8a23275ffd216c6de
CREATE TABLE migration (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT;
CREATE TABLE document (
        name TEXT PRIMARY KEY,
        generation INTEGER NOT NULL DEFAULT 1,
        snapshot BLOB,
        state_vector BLOB
      ) STRICT, WITHOUT ROWID;
CREATE TABLE document_update (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document TEXT NOT NULL,
        updates BLOB NOT NULL
      ) STRICT;
CREATE INDEX document_update_document ON document_update (document, id);
CREATE TABLE document_epoch (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), epoch TEXT NOT NULL) STRICT;
CREATE TABLE fact (
        seq INTEGER PRIMARY KEY,
        stream TEXT NOT NULL,
        n INTEGER NOT NULL,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        v INTEGER NOT NULL,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        data TEXT NOT NULL,
        prev TEXT NOT NULL,
        hash TEXT NOT NULL,
        sig TEXT,
        kid TEXT,
        UNIQUE (stream, n)
      ) STRICT;
CREATE TABLE command (
        id TEXT PRIMARY KEY,
        actor TEXT NOT NULL,
        body_hash TEXT NOT NULL,
        first_seq INTEGER NOT NULL,
        last_seq INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
CREATE TABLE view_org (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, credit_code TEXT
      ) STRICT, WITHOUT ROWID;
CREATE TABLE view_member (
        org TEXT NOT NULL, account TEXT NOT NULL, role TEXT NOT NULL, since_seq INTEGER NOT NULL,
        PRIMARY KEY (org, account, role)
      ) STRICT, WITHOUT ROWID;
CREATE INDEX view_member_account ON view_member (account);
CREATE TABLE view_person (
        id TEXT PRIMARY KEY, username TEXT NOT NULL UNIQUE, name TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
CREATE TABLE view_review_item (
        archive TEXT NOT NULL, item TEXT NOT NULL, part TEXT NOT NULL,
        waiting_since TEXT, is_approved INTEGER NOT NULL, last_verdict TEXT, last_at TEXT,
        PRIMARY KEY (archive, item)
      ) STRICT, WITHOUT ROWID;
CREATE TABLE view_plan (
        id TEXT PRIMARY KEY, version INTEGER NOT NULL, is_withdrawn INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
CREATE TABLE credential (
        account TEXT PRIMARY KEY, password_hash TEXT NOT NULL, changed_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
CREATE TABLE session (
        id TEXT PRIMARY KEY,
        account TEXT NOT NULL,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        token_hash TEXT NOT NULL UNIQUE,
        previous_hash TEXT UNIQUE,
        previous_until INTEGER,
        rotated_at INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        used_at INTEGER NOT NULL,
        ends_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account);
CREATE TABLE attempt (subject TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX attempt_subject ON attempt (subject, at);
CREATE TABLE first_run (
        token_hash TEXT PRIMARY KEY, ends_at INTEGER NOT NULL, spent_at INTEGER
      ) STRICT, WITHOUT ROWID;
CREATE TABLE evidence (
        archive TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, type TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (archive, sha256)
      ) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_sha256 ON evidence (sha256);
CREATE TABLE authorisation (
        org TEXT NOT NULL, sha256 TEXT NOT NULL, bytes BLOB NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (org, sha256)
      ) STRICT;
CREATE TABLE view_registration (
        org TEXT PRIMARY KEY, lead TEXT NOT NULL, credit_code TEXT NOT NULL, stage TEXT NOT NULL,
        sha256 TEXT, reason TEXT, particulars TEXT NOT NULL, at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
CREATE INDEX view_registration_lead ON view_registration (lead);
CREATE INDEX view_registration_code ON view_registration (credit_code);
CREATE TABLE view_joining (
        org TEXT NOT NULL, account TEXT NOT NULL, side TEXT NOT NULL, at TEXT NOT NULL, declined TEXT,
        PRIMARY KEY (org, account)
      ) STRICT, WITHOUT ROWID;
CREATE INDEX view_joining_account ON view_joining (account);
CREATE TABLE view_case (
        application TEXT PRIMARY KEY, owner TEXT NOT NULL, plan TEXT NOT NULL, year INTEGER NOT NULL,
        employer TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, category TEXT NOT NULL,
        state TEXT NOT NULL, stage TEXT, org TEXT, round INTEGER NOT NULL,
        submitted_at TEXT NOT NULL, moved_at TEXT NOT NULL,
        is_frozen INTEGER NOT NULL, is_live INTEGER NOT NULL, falsified_in INTEGER
      , plan_title TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
CREATE INDEX view_case_owner ON view_case (owner, plan);
CREATE INDEX view_case_state ON view_case (state);
CREATE TABLE view_case_tab (
        org TEXT NOT NULL, application TEXT NOT NULL, tab TEXT NOT NULL,
        PRIMARY KEY (org, application)
      ) STRICT, WITHOUT ROWID;
CREATE INDEX view_case_tab_application ON view_case_tab (application);
CREATE TABLE view_seats (
        plan TEXT PRIMARY KEY, seats TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
CREATE TABLE view_fees (
        plan TEXT NOT NULL, org TEXT NOT NULL, fees TEXT NOT NULL,
        PRIMARY KEY (plan, org)
      ) STRICT, WITHOUT ROWID;
CREATE TABLE pledge_link (
        application TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, token_hash TEXT NOT NULL UNIQUE,
        owner TEXT NOT NULL, plan TEXT NOT NULL, text_digest TEXT NOT NULL, ends_at INTEGER NOT NULL,
        spent_at INTEGER, sha256 TEXT, bytes INTEGER, signed_at INTEGER
      ) STRICT, WITHOUT ROWID;
CREATE TABLE view_notice (
        code TEXT PRIMARY KEY, application TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
CREATE TABLE view_message (
        seq INTEGER NOT NULL, account TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (account, seq)
      ) STRICT, WITHOUT ROWID;
CREATE INDEX view_message_seq ON view_message (seq);
CREATE TABLE message_read (
        account TEXT PRIMARY KEY, seq INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
CREATE TABLE delivery (
        seq INTEGER NOT NULL, account TEXT NOT NULL, channel TEXT NOT NULL,
        state TEXT NOT NULL, attempts INTEGER NOT NULL, next_at INTEGER NOT NULL, problem TEXT,
        PRIMARY KEY (seq, account, channel)
      ) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_due ON delivery (state, next_at);
CREATE TABLE delivery_cursor (
        channel TEXT PRIMARY KEY, seq INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
CREATE TABLE access_diary (
        owner TEXT NOT NULL, actor TEXT NOT NULL, org TEXT NOT NULL, role TEXT NOT NULL, what TEXT NOT NULL, subject TEXT NOT NULL,
        first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, times INTEGER NOT NULL,
        PRIMARY KEY (owner, actor, org, what, subject, first_at)
      ) STRICT, WITHOUT ROWID;
CREATE TABLE form_batch (
        id TEXT PRIMARY KEY, account TEXT NOT NULL, org TEXT NOT NULL, plan TEXT NOT NULL, origin TEXT NOT NULL,
        printed_on TEXT NOT NULL, applications TEXT NOT NULL, state TEXT NOT NULL, done INTEGER NOT NULL,
        bytes INTEGER, asked_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
CREATE INDEX form_batch_org ON form_batch (org, asked_at);
CREATE TABLE message_contact (
        account TEXT PRIMARY KEY, email TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
CREATE INDEX fact_payment_order ON fact (json_extract(data, '$.order'))
        WHERE kind IN ('payment-started', 'payment-confirmed', 'payment-astray');
INSERT INTO "migration" VALUES ('0001-documents', 1652169600000);
INSERT INTO "migration" VALUES ('0002-ledger', 1652169600000);
INSERT INTO "migration" VALUES ('0003-accounts', 1652169600000);
INSERT INTO "migration" VALUES ('0004-evidence', 1652169600000);
INSERT INTO "migration" VALUES ('0005-membership', 1652169600000);
INSERT INTO "migration" VALUES ('0006-case', 1652169600000);
INSERT INTO "migration" VALUES ('0007-desks-of-employers', 1652169600000);
INSERT INTO "migration" VALUES ('0008-pledge-links', 1652169600000);
INSERT INTO "migration" VALUES ('0009-case-desk', 1652169600000);
INSERT INTO "migration" VALUES ('0010-form-batches', 1652169600000);
INSERT INTO "migration" VALUES ('0011-message-contact', 1652169600000);
INSERT INTO "migration" VALUES ('0012-payment-orders', 1652169600000);
INSERT INTO "document" VALUES ('archive/luqinghe', 1, NULL, NULL);
INSERT INTO "document_update" VALUES (1, 'archive/luqinghe', x'01fe0101088d84e3cf09002701056974656d7307686f6e6f722d310128008d84e3cf09000470617274017705686f6e6f7228008d84e3cf09000473616c740177406161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616128008d84e3cf0900056f726465720177013121008d84e3cf090004676f6e650128008d84e3cf090006663a6e616d65017718e7bb8de585b4e5b882e58588e8bf9be5b7a5e4bd9ce8808528008d84e3cf090009663a6772616e74596d01770632303231303527008d84e3cf09000865766964656e636500018d84e3cf09010401');
INSERT INTO "document_epoch" VALUES (1, 'pxhw0vcfvz068nzm8n98');
INSERT INTO "fact" VALUES (1, 'org/yuezhou', 1, '5k9y4r0rfenbskdj7wdb', 'org-registered', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"creditCode":"12330600X9N4K7Y2Q3","kind":"employer","name":"绍兴市越州生态环境监测中心","org":"yuezhou"}', '0000000000000000000000000000000000000000000000000000000000000000', '25d86dfd62501c4cb4e58cb10de7770ac1771bf447083a55c64ec8dd27b0c81d', NULL, NULL);
INSERT INTO "fact" VALUES (2, 'org/sx-eco', 1, 'ap3jgtw089cyer3a1jmt', 'org-registered', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"creditCode":"11330600X2B8M3T6PT","kind":"department","name":"绍兴市生态环境局","org":"sx-eco"}', '25d86dfd62501c4cb4e58cb10de7770ac1771bf447083a55c64ec8dd27b0c81d', '74ceb81651d3ca29a99f5f4de2f384ca71190afb2007cf4ee66435b9a9f8125c', NULL, NULL);
INSERT INTO "fact" VALUES (3, 'org/sx-hrss', 1, '8p2n5d3t46ytr2dnpaje', 'org-registered', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"creditCode":null,"kind":"department","name":"绍兴市人力资源和社会保障局","org":"sx-hrss"}', '74ceb81651d3ca29a99f5f4de2f384ca71190afb2007cf4ee66435b9a9f8125c', '6929803ac576f00adb78495464153eaf6f73b2aa0dfef509bb2b409b68c25bf6', NULL, NULL);
INSERT INTO "fact" VALUES (4, 'org/sx-eco-office', 1, 'vq48f26m8d8h8vqe8wf3', 'org-registered', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"creditCode":null,"kind":"committee-office","name":"绍兴市环境工程专业中级职称评审办","org":"sx-eco-office"}', '6929803ac576f00adb78495464153eaf6f73b2aa0dfef509bb2b409b68c25bf6', 'a76ea6381c0507fe691df214a100fe681fcd422497134fef68f530ac08b25ad9', NULL, NULL);
INSERT INTO "fact" VALUES (5, 'org/relay', 1, 'nrj7ww2agwtvmwgyq243', 'org-registered', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"creditCode":null,"kind":"relay","name":"业绩簿运行维护","org":"relay"}', 'a76ea6381c0507fe691df214a100fe681fcd422497134fef68f530ac08b25ad9', 'c406e8067163928ba2a632bd13f0c40c07c4f7de02d217d01eb922fad0edd27a', NULL, NULL);
INSERT INTO "fact" VALUES (6, 'org/jianhu', 1, 'css86c8ggs5bw3rw7p5p', 'org-registered', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"creditCode":null,"kind":"employer","name":"绍兴市鉴湖环境科技有限公司","org":"jianhu"}', 'c406e8067163928ba2a632bd13f0c40c07c4f7de02d217d01eb922fad0edd27a', '34bd8c574a0aabe854037abd1574dc928eba40fd2daa151ee2e73fba38f6a1bb', NULL, NULL);
INSERT INTO "fact" VALUES (7, 'account/zhoumin', 1, '7wqg1m1vx08491hpw65f', 'account-opened', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"zhoumin","name":"周敏","username":"zhoumin"}', '34bd8c574a0aabe854037abd1574dc928eba40fd2daa151ee2e73fba38f6a1bb', 'a88f32ef14177e5bca7e25f6da19bb492faea19af2b64fa0188a7cead7fb0e2a', NULL, NULL);
INSERT INTO "fact" VALUES (8, 'org/yuezhou', 2, 'vkbzjyac34nnqg4qvk5w', 'member-added', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"zhoumin","org":"yuezhou","role":"hr-lead"}', 'a88f32ef14177e5bca7e25f6da19bb492faea19af2b64fa0188a7cead7fb0e2a', 'a22ee1804b6421f466a8145b0e27c71bdb4c94329adde3514a59ad8bfedad326', NULL, NULL);
INSERT INTO "fact" VALUES (9, 'org/yuezhou', 3, 'xner0azyk9ne65cs21hb', 'member-added', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"zhoumin","org":"yuezhou","role":"applicant"}', 'a22ee1804b6421f466a8145b0e27c71bdb4c94329adde3514a59ad8bfedad326', '39919121de307570cb3ad7913470344e262399c6b081a92b26917151d3225be4', NULL, NULL);
INSERT INTO "fact" VALUES (10, 'account/wangxiao', 1, '4h396egj86r5zmqdnd72', 'account-opened', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"wangxiao","name":"王晓","username":"wangxiao"}', '39919121de307570cb3ad7913470344e262399c6b081a92b26917151d3225be4', '62eec1dfc8d60231afcb06ed59fd70883e7e63c4eb95c9d52b5cd097ed8a85ca', NULL, NULL);
INSERT INTO "fact" VALUES (11, 'org/yuezhou', 4, 'ekw8smjqjjba2xjfs49d', 'member-added', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"wangxiao","org":"yuezhou","role":"hr-clerk"}', '62eec1dfc8d60231afcb06ed59fd70883e7e63c4eb95c9d52b5cd097ed8a85ca', 'a4078f53a9fefabda5d4d39f51edac1452a9773db9ca1f3e4028bcc5811d3484', NULL, NULL);
INSERT INTO "fact" VALUES (12, 'org/yuezhou', 5, 'kcf14vb13fjwmz2mw1e9', 'member-added', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"wangxiao","org":"yuezhou","role":"applicant"}', 'a4078f53a9fefabda5d4d39f51edac1452a9773db9ca1f3e4028bcc5811d3484', 'e7eef53062666eaf134218996a87b927f59ad5b70c66c58e9958876527ec87c3', NULL, NULL);
INSERT INTO "fact" VALUES (13, 'account/shenzhiyuan', 1, 'brtm1fcg6e15aq4ej64a', 'account-opened', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"shenzhiyuan","name":"沈知远","username":"shenzhiyuan"}', 'e7eef53062666eaf134218996a87b927f59ad5b70c66c58e9958876527ec87c3', 'a5fe91db6137fda4a99014ab3382b44b7336fe438afc5ad9192c330cb4476b19', NULL, NULL);
INSERT INTO "fact" VALUES (14, 'org/yuezhou', 6, 'mh9ef4hvvqdr14vxabpq', 'member-added', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"shenzhiyuan","org":"yuezhou","role":"applicant"}', 'a5fe91db6137fda4a99014ab3382b44b7336fe438afc5ad9192c330cb4476b19', '899185ace667ddfb9303ab0abf00a36d0f48e9a52fe600cae7f6dffd74f73bde', NULL, NULL);
INSERT INTO "fact" VALUES (15, 'account/luqinghe', 1, 'nsm0p4r9161dxjdbt5h0', 'account-opened', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"luqinghe","name":"陆青禾","username":"luqinghe"}', '899185ace667ddfb9303ab0abf00a36d0f48e9a52fe600cae7f6dffd74f73bde', 'e4afa954f462cda598bff065f8e94d9cfd08ce56aeb04e5ef22cf3ec8dabb184', NULL, NULL);
INSERT INTO "fact" VALUES (16, 'org/yuezhou', 7, '8wm5830b7k60kjtaayty', 'member-added', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"luqinghe","org":"yuezhou","role":"applicant"}', 'e4afa954f462cda598bff065f8e94d9cfd08ce56aeb04e5ef22cf3ec8dabb184', '82643f23ac2fbaa79c3e1c5ef96e6e3a797e5f397eb8ff06414957a11b6c61b9', NULL, NULL);
INSERT INTO "fact" VALUES (17, 'account/xumingchuan', 1, '6fm9zq33jqcj4g4dszwp', 'account-opened', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"xumingchuan","name":"许明川","username":"xumingchuan"}', '82643f23ac2fbaa79c3e1c5ef96e6e3a797e5f397eb8ff06414957a11b6c61b9', '4b01faf4432eed686e953af30bfb0ab5e3dc9c0440a5413af1abd9d38222cd49', NULL, NULL);
INSERT INTO "fact" VALUES (18, 'org/yuezhou', 8, 'tjd1xb00mjm95te6yhmk', 'member-added', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"xumingchuan","org":"yuezhou","role":"applicant"}', '4b01faf4432eed686e953af30bfb0ab5e3dc9c0440a5413af1abd9d38222cd49', '77870126cd3f1314fa9a0c244a9f984956a1f52b1c3b0d8bff7bffc8dacb7084', NULL, NULL);
INSERT INTO "fact" VALUES (19, 'account/qianrulan', 1, '6c2j47bfjfrw9gbps17r', 'account-opened', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"qianrulan","name":"钱如兰","username":"qianrulan"}', '77870126cd3f1314fa9a0c244a9f984956a1f52b1c3b0d8bff7bffc8dacb7084', 'a009394dfc5d44f625f5bbd9d9bb5fa20cb21cd86b01fb77cdd9c0af6484478e', NULL, NULL);
INSERT INTO "fact" VALUES (20, 'org/yuezhou', 9, '96zmavzek07dpptj6yvr', 'member-added', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"qianrulan","org":"yuezhou","role":"applicant"}', 'a009394dfc5d44f625f5bbd9d9bb5fa20cb21cd86b01fb77cdd9c0af6484478e', '0e8f52749d45079038409a130d5bb1eab91271db1726b4c0df654c8939c2143d', NULL, NULL);
INSERT INTO "fact" VALUES (21, 'account/sunli', 1, 'd5k4twj245akzc9q2n6k', 'account-opened', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"sunli","name":"孙立","username":"sunli"}', '0e8f52749d45079038409a130d5bb1eab91271db1726b4c0df654c8939c2143d', 'd34b2041de98818c48c0c9bda71cfe1f38b8e00a18e42c7ced503cb4fa0ed15e', NULL, NULL);
INSERT INTO "fact" VALUES (22, 'org/sx-eco', 2, '8h6920ze7ek0e8fes2dz', 'member-added', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"sunli","org":"sx-eco","role":"department"}', 'd34b2041de98818c48c0c9bda71cfe1f38b8e00a18e42c7ced503cb4fa0ed15e', '3b921394b9042b895e1406795fc4878c957352ad23b4dc228b79e763b34d051d', NULL, NULL);
INSERT INTO "fact" VALUES (23, 'account/chenyan', 1, 'xap6eewh69zet50f0b9f', 'account-opened', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"chenyan","name":"陈妍","username":"chenyan"}', '3b921394b9042b895e1406795fc4878c957352ad23b4dc228b79e763b34d051d', 'b2c26907540d0a3bec164b1794a233eecf9ede05e2d14f0d315b7ef284a9678f', NULL, NULL);
INSERT INTO "fact" VALUES (24, 'org/sx-hrss', 2, 'dsqr6g98tnn4qjxp2aw8', 'member-added', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"chenyan","org":"sx-hrss","role":"department"}', 'b2c26907540d0a3bec164b1794a233eecf9ede05e2d14f0d315b7ef284a9678f', '243f58af4b7d690d2498f18ad81cea01f4663e902103572be6931a8ab1e8569d', NULL, NULL);
INSERT INTO "fact" VALUES (25, 'account/hejing', 1, '3yd7xp3gc5vwwj2fkh6d', 'account-opened', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"hejing","name":"何静","username":"hejing"}', '243f58af4b7d690d2498f18ad81cea01f4663e902103572be6931a8ab1e8569d', '8cdbac20b7d3ac8dc139bfd294e75f2ab243797488504a2a6d4340d838ccf754', NULL, NULL);
INSERT INTO "fact" VALUES (26, 'org/sx-eco-office', 2, 'r388aa821gqsz5awakt1', 'member-added', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"hejing","org":"sx-eco-office","role":"committee-office"}', '8cdbac20b7d3ac8dc139bfd294e75f2ab243797488504a2a6d4340d838ccf754', '94c71b9dbf3880d330b4c573f99644c06b1343701e019401e2b1287ac3f4c7c7', NULL, NULL);
INSERT INTO "fact" VALUES (27, 'account/zhouhang', 1, '9ehv5zcx77je52ysy2wj', 'account-opened', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"zhouhang","name":"周航","username":"zhouhang"}', '94c71b9dbf3880d330b4c573f99644c06b1343701e019401e2b1287ac3f4c7c7', '0f6da963365cae234112d4e1aeade729878ca9f0b540c4bbc87863f3e6ff1b30', NULL, NULL);
INSERT INTO "fact" VALUES (28, 'org/relay', 2, 'jcta3kwgxsxz33bsram0', 'member-added', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"zhouhang","org":"relay","role":"operator"}', '0f6da963365cae234112d4e1aeade729878ca9f0b540c4bbc87863f3e6ff1b30', 'b3b58b7bbfd00bdd61ed1a6e28768c2fb54ee6063880240bf596c9d0d867e66e', NULL, NULL);
INSERT INTO "fact" VALUES (29, 'archive/luqinghe', 1, '701k2gmrm3aq2p0kash0', 'revision-sent', 1, '2022-05-10T08:00:00.000Z', 'luqinghe', '{"content":{"evidence":[],"fields":{"grantYm":"202105","grantor":null,"level":null,"name":"绍兴市先进工作者"},"part":"honor","version":1},"digest":"adad6bf8d8835eaeed94e7688501bcac4e8a64583dd8071d539a3f505ac9fbaf","employer":{"id":"yuezhou","name":"绍兴市越州生态环境监测中心"},"item":"honor-1","part":"honor","salt":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}', 'b3b58b7bbfd00bdd61ed1a6e28768c2fb54ee6063880240bf596c9d0d867e66e', '88591bf3b87ed00cf9d28717aad0b54d20c1dbf394514976286b344b75251f44', NULL, NULL);
INSERT INTO "fact" VALUES (30, 'archive/luqinghe', 2, 'vhxy9jph7ebmek86bntf', 'revision-approved', 1, '2022-05-10T08:00:00.000Z', 'zhoumin', '{"content":{"evidence":[],"fields":{"grantYm":"202105","grantor":null,"level":null,"name":"绍兴市先进工作者"},"part":"honor","version":1},"digest":"adad6bf8d8835eaeed94e7688501bcac4e8a64583dd8071d539a3f505ac9fbaf","employer":{"id":"yuezhou","name":"绍兴市越州生态环境监测中心"},"item":"honor-1","part":"honor","remark":null,"salt":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}', '88591bf3b87ed00cf9d28717aad0b54d20c1dbf394514976286b344b75251f44', '0566cd18b57f56914ef296ed2a29b325c6b03a08cea275246acc2b6f012b4b3d', NULL, NULL);
INSERT INTO "fact" VALUES (31, 'account/signed', 1, 'k4z4q4v6tf5qzfa85t59', 'account-opened', 1, '2022-05-10T08:00:00.000Z', 'relay', '{"account":"signed","name":"有口令","username":"signed"}', '0566cd18b57f56914ef296ed2a29b325c6b03a08cea275246acc2b6f012b4b3d', '0e5ef98ad4071f23ea11dd40d176720df04ce61f361417d8a23275ffd216c6de', NULL, NULL);
INSERT INTO "command" VALUES ('command-1', 'luqinghe', '4e08ebf66c03d12077b573f87ce60001b2d670fcdc46b970f686df47856192a8', 29, 29);
INSERT INTO "command" VALUES ('command-2', 'zhoumin', '3646bf7a8ddac1f62e27f6e6f533ce517203b30e09d9c10c598e9c64a09fe5f2', 30, 30);
INSERT INTO "view_org" VALUES ('jianhu', '绍兴市鉴湖环境科技有限公司', 'employer', NULL);
INSERT INTO "view_org" VALUES ('relay', '业绩簿运行维护', 'relay', NULL);
INSERT INTO "view_org" VALUES ('sx-eco', '绍兴市生态环境局', 'department', '11330600X2B8M3T6PT');
INSERT INTO "view_org" VALUES ('sx-eco-office', '绍兴市环境工程专业中级职称评审办', 'committee-office', NULL);
INSERT INTO "view_org" VALUES ('sx-hrss', '绍兴市人力资源和社会保障局', 'department', NULL);
INSERT INTO "view_org" VALUES ('yuezhou', '绍兴市越州生态环境监测中心', 'employer', '12330600X9N4K7Y2Q3');
INSERT INTO "view_member" VALUES ('relay', 'zhouhang', 'operator', 28);
INSERT INTO "view_member" VALUES ('sx-eco', 'sunli', 'department', 22);
INSERT INTO "view_member" VALUES ('sx-eco-office', 'hejing', 'committee-office', 26);
INSERT INTO "view_member" VALUES ('sx-hrss', 'chenyan', 'department', 24);
INSERT INTO "view_member" VALUES ('yuezhou', 'luqinghe', 'applicant', 16);
INSERT INTO "view_member" VALUES ('yuezhou', 'qianrulan', 'applicant', 20);
INSERT INTO "view_member" VALUES ('yuezhou', 'shenzhiyuan', 'applicant', 14);
INSERT INTO "view_member" VALUES ('yuezhou', 'wangxiao', 'applicant', 12);
INSERT INTO "view_member" VALUES ('yuezhou', 'wangxiao', 'hr-clerk', 11);
INSERT INTO "view_member" VALUES ('yuezhou', 'xumingchuan', 'applicant', 18);
INSERT INTO "view_member" VALUES ('yuezhou', 'zhoumin', 'applicant', 9);
INSERT INTO "view_member" VALUES ('yuezhou', 'zhoumin', 'hr-lead', 8);
INSERT INTO "view_person" VALUES ('chenyan', 'chenyan', '陈妍');
INSERT INTO "view_person" VALUES ('hejing', 'hejing', '何静');
INSERT INTO "view_person" VALUES ('luqinghe', 'luqinghe', '陆青禾');
INSERT INTO "view_person" VALUES ('qianrulan', 'qianrulan', '钱如兰');
INSERT INTO "view_person" VALUES ('shenzhiyuan', 'shenzhiyuan', '沈知远');
INSERT INTO "view_person" VALUES ('signed', 'signed', '有口令');
INSERT INTO "view_person" VALUES ('sunli', 'sunli', '孙立');
INSERT INTO "view_person" VALUES ('wangxiao', 'wangxiao', '王晓');
INSERT INTO "view_person" VALUES ('xumingchuan', 'xumingchuan', '许明川');
INSERT INTO "view_person" VALUES ('zhouhang', 'zhouhang', '周航');
INSERT INTO "view_person" VALUES ('zhoumin', 'zhoumin', '周敏');
INSERT INTO "view_review_item" VALUES ('luqinghe', 'honor-1', 'honor', NULL, 1, 'approved', '2022-05-10T08:00:00.000Z');
INSERT INTO "credential" VALUES ('signed', '$argon2id$v=19$m=19456,t=2,p=1$mIJDY3Z8uk4Ee+xmg33ugg$Mw2rtwpKvpPxEJtl1KHTzNMRlKwrXwSc9VyEPkX/b3c', 1652169600000);
INSERT INTO "session" VALUES ('4afe5qd68qz9393arde2', 'luqinghe', 'browser', '', '038e305cd215da44def0158bcb330f73540a300bc319344e499d4eb4dd685188', NULL, NULL, 1652169600000, 1652169600000, 1652169600000, 1654761600000);
INSERT INTO "session" VALUES ('kpdj4hr50y1dsa4fb6mt', 'zhoumin', 'browser', '', 'a2756889a6fb6245f1dcc46de0925c15e9ab0d5fd403594c628e24a3db7c86a5', NULL, NULL, 1652169600000, 1652169600000, 1652169600000, 1654761600000);
