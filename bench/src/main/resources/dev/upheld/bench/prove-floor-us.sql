-- The questions that `upheld prove examples/demo` asks of PostgreSQL, written by hand and tuned: one pass per table
-- and question. Statements end with a semicolon; {now} is the instant of the run.

-- card numbers and account numbers: every column that can hold one
SELECT count(*), count(*) FILTER (WHERE email ~ '[0-9]([ .-]?[0-9]){11}' OR name ~ '[0-9]([ .-]?[0-9]){11}' OR phone ~ '[0-9]([ .-]?[0-9]){11}' OR address ~ '[0-9]([ .-]?[0-9]){11}' OR country ~ '[0-9]([ .-]?[0-9]){11}') FROM archive.account;
SELECT count(*), count(*) FILTER (WHERE abs(id) >= 100000000000) FROM archive.account;
SELECT count(*), count(*) FILTER (WHERE email ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR name ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR phone ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR address ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR country ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM archive.account;
SELECT count(*), count(*) FILTER (WHERE login ~ '[0-9]([ .-]?[0-9]){11}' OR email ~ '[0-9]([ .-]?[0-9]){11}' OR title ~ '[0-9]([ .-]?[0-9]){11}' OR name ~ '[0-9]([ .-]?[0-9]){11}' OR phone ~ '[0-9]([ .-]?[0-9]){11}' OR address ~ '[0-9]([ .-]?[0-9]){11}' OR country ~ '[0-9]([ .-]?[0-9]){11}' OR password_hash ~ '[0-9]([ .-]?[0-9]){11}' OR totp_secret ~ '[0-9]([ .-]?[0-9]){11}') FROM public.account;
SELECT count(*), count(*) FILTER (WHERE abs(id) >= 100000000000) FROM public.account;
SELECT count(*), count(*) FILTER (WHERE login ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR email ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR title ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR name ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR phone ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR address ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR country ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR password_hash ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR totp_secret ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.account;
SELECT count(*), count(*) FILTER (WHERE name ~ '[0-9]([ .-]?[0-9]){11}' OR settings::text ~ '[0-9]([ .-]?[0-9]){11}') FROM public.application;
SELECT count(*), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(account_id) >= 100000000000) FROM public.application;
SELECT count(*), count(*) FILTER (WHERE name ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR settings::text ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.application;
SELECT count(*), count(*) FILTER (WHERE username ~ '[0-9]([ .-]?[0-9]){11}' OR password ~ '[0-9]([ .-]?[0-9]){11}') FROM public.file_access;
SELECT count(*), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(account_id) >= 100000000000) FROM public.file_access;
SELECT count(*), count(*) FILTER (WHERE username ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR password ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.file_access;
SELECT count(*), count(*) FILTER (WHERE number ~ '[0-9]([ .-]?[0-9]){11}' OR billing_name ~ '[0-9]([ .-]?[0-9]){11}' OR billing_address ~ '[0-9]([ .-]?[0-9]){11}' OR lines::text ~ '[0-9]([ .-]?[0-9]){11}') FROM public.invoice;
SELECT count(*), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(account_id) >= 100000000000 OR abs(total) >= 100000000000) FROM public.invoice;
SELECT count(*), count(*) FILTER (WHERE number ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR billing_name ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR billing_address ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR lines::text ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.invoice;
SELECT count(*), count(*) FILTER (WHERE role ~ '[0-9]([ .-]?[0-9]){11}') FROM public.membership;
SELECT count(*), count(*) FILTER (WHERE abs(account_id) >= 100000000000 OR abs(organisation_id) >= 100000000000) FROM public.membership;
SELECT count(*), count(*) FILTER (WHERE role ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.membership;
SELECT count(*), count(*) FILTER (WHERE body ~ '[0-9]([ .-]?[0-9]){11}') FROM public.message;
SELECT count(*), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(ticket_id) >= 100000000000) FROM public.message;
SELECT count(*), count(*) FILTER (WHERE body ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.message;
SELECT count(*), count(*) FILTER (WHERE name ~ '[0-9]([ .-]?[0-9]){11}') FROM public.organisation;
SELECT count(*), count(*) FILTER (WHERE abs(id) >= 100000000000) FROM public.organisation;
SELECT count(*), count(*) FILTER (WHERE name ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.organisation;
SELECT count(*), count(*) FILTER (WHERE method ~ '[0-9]([ .-]?[0-9]){11}' OR iban ~ '[0-9]([ .-]?[0-9]){11}' OR reference ~ '[0-9]([ .-]?[0-9]){11}') FROM public.payment;
SELECT count(*), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(invoice_id) >= 100000000000 OR abs(amount) >= 100000000000 OR abs(settlement) >= 100000000000) FROM public.payment;
SELECT count(*), count(*) FILTER (WHERE method ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR iban ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR reference ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.payment;
SELECT count(*), count(*) FILTER (WHERE code ~ '[0-9]([ .-]?[0-9]){11}') FROM public.plan;
SELECT count(*), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(monthly_price) >= 100000000000) FROM public.plan;
SELECT count(*), count(*) FILTER (WHERE code ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.plan;
SELECT count(*), count(*) FILTER (WHERE method ~ '[0-9]([ .-]?[0-9]){11}' OR path ~ '[0-9]([ .-]?[0-9]){11}' OR trace ~ '[0-9]([ .-]?[0-9]){11}') FROM public.request_log;
SELECT count(*), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(logged_at) >= 100000000000 OR abs(client) >= 100000000000) FROM public.request_log;
SELECT count(*), count(*) FILTER (WHERE method ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR path ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR trace ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.request_log;
SELECT count(*), count(*) FILTER (WHERE login ~ '[0-9]([ .-]?[0-9]){11}' OR kind ~ '[0-9]([ .-]?[0-9]){11}' OR detail::text ~ '[0-9]([ .-]?[0-9]){11}') FROM public.security_event;
SELECT count(*), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(account_id) >= 100000000000 OR abs(happened_at) >= 100000000000) FROM public.security_event;
SELECT count(*), count(*) FILTER (WHERE login ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR kind ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR detail::text ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.security_event;
SELECT count(*), count(*) FILTER (WHERE contact_email ~ '[0-9]([ .-]?[0-9]){11}' OR callback_phone ~ '[0-9]([ .-]?[0-9]){11}' OR subject ~ '[0-9]([ .-]?[0-9]){11}' OR details::text ~ '[0-9]([ .-]?[0-9]){11}') FROM public.ticket;
SELECT count(*), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(account_id) >= 100000000000) FROM public.ticket;
SELECT count(*), count(*) FILTER (WHERE contact_email ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR callback_phone ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR subject ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}' OR details::text ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.ticket;
SELECT count(*), count(*) FILTER (WHERE made ~ '[0-9]([ .-]?[0-9]){11}') FROM public.upheld_demo;
SELECT count(*), count(*) FILTER (WHERE abs(made_for) >= 100000000000) FROM public.upheld_demo;
SELECT count(*), count(*) FILTER (WHERE made ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.upheld_demo;

-- retention
SELECT count(*), count(*) FILTER (WHERE t.contract_ended_at < {now}::timestamptz AND t.verified_at IS NOT NULL), count(*) FILTER (WHERE t.contract_ended_at > {now}::timestamptz + interval '1 day'), min(t.contract_ended_at) FROM account t ;
SELECT count(*), count(*) FILTER (WHERE a.contract_ended_at < {now}::timestamptz), count(*) FILTER (WHERE a.contract_ended_at > {now}::timestamptz + interval '1 day'), min(a.contract_ended_at) FROM application t LEFT JOIN account a ON a.id = t.account_id;
SELECT count(*), count(*) FILTER (WHERE a.contract_ended_at < {now}::timestamptz), count(*) FILTER (WHERE a.contract_ended_at > {now}::timestamptz + interval '1 day'), min(a.contract_ended_at) FROM file_access t LEFT JOIN account a ON a.id = t.account_id;
SELECT count(*), count(*) FILTER (WHERE a.contract_ended_at < {now}::timestamptz), count(*) FILTER (WHERE a.contract_ended_at > {now}::timestamptz + interval '1 day'), min(a.contract_ended_at) FROM membership t LEFT JOIN account a ON a.id = t.account_id;
SELECT count(*), count(*) FILTER (WHERE t.closed_at < {now}::timestamptz), count(*) FILTER (WHERE t.closed_at > {now}::timestamptz + interval '1 day'), min(t.closed_at) FROM organisation t ;
SELECT count(*), count(*) FILTER (WHERE t.contract_ended_at < {now}::timestamptz - interval '5 years'), count(*) FILTER (WHERE t.contract_ended_at > {now}::timestamptz + interval '1 day'), min(t.contract_ended_at) FROM archive.account t ;
SELECT count(*), count(*) FILTER (WHERE t.created_at < {now}::timestamptz - interval '30 days'), count(*) FILTER (WHERE t.created_at > {now}::timestamptz + interval '1 day'), min(t.created_at) FROM account t WHERE t.verified_at IS NULL;
SELECT count(*), count(*) FILTER (WHERE t.year_closed_on < {now}::timestamptz - interval '10 years'), count(*) FILTER (WHERE t.year_closed_on > {now}::timestamptz + interval '1 day'), min(t.year_closed_on) FROM invoice t ;
SELECT count(*), count(*) FILTER (WHERE i.year_closed_on < {now}::timestamptz - interval '10 years'), count(*) FILTER (WHERE i.year_closed_on > {now}::timestamptz + interval '1 day'), min(i.year_closed_on) FROM payment t LEFT JOIN invoice i ON i.id = t.invoice_id;
SELECT count(*), count(*) FILTER (WHERE t.sent_at < {now}::timestamptz - interval '24 months' AND k.closed_at < {now}::timestamptz - interval '12 months'), count(*) FILTER (WHERE t.sent_at > {now}::timestamptz + interval '1 day'), min(t.sent_at) FROM message t LEFT JOIN ticket k ON k.id = t.ticket_id;
SELECT count(*), count(*) FILTER (WHERE coalesce(m.at, t.created_at) < {now}::timestamptz - interval '24 months' AND t.closed_at < {now}::timestamptz - interval '12 months'), count(*) FILTER (WHERE m.at > {now}::timestamptz + interval '1 day'), min(m.at) FROM ticket t LEFT JOIN (SELECT ticket_id, max(sent_at) AS at FROM message GROUP BY ticket_id) m ON m.ticket_id = t.id;
SELECT count(*), count(*) FILTER (WHERE happened_at < extract(epoch FROM {now}::timestamptz - interval '1 year')), min(happened_at) FROM security_event;
SELECT count(*), count(*) FILTER (WHERE logged_at < 1000 * extract(epoch FROM {now}::timestamptz - interval '30 days')), min(logged_at) FROM request_log;
-- forms of values
SELECT count(*), count(*) FILTER (WHERE password_hash !~ '^(\$2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}|\$argon2(id|i|d)\$.+|\$[56]\$.+|\$pbkdf2.+|pbkdf2_sha256\$.+|\$s[01c].+)$') FROM account;
SELECT count(*), count(*) FILTER (WHERE password !~ '^(\$2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}|\$argon2(id|i|d)\$.+|\$[56]\$.+|\$pbkdf2.+|pbkdf2_sha256\$.+|\$s[01c].+)$') FROM file_access;
SELECT count(*), count(*) FILTER (WHERE client & 65535 <> 0) FROM request_log;
-- the second factor, and where people reside
SELECT count(*), count(totp_secret) FROM account;
SELECT country, count(*) FROM account GROUP BY country;
SELECT country, count(*) FROM archive.account GROUP BY country;
SELECT a.country, count(*) FROM application t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM file_access t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM invoice t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM membership t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM security_event t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM ticket t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM message t LEFT JOIN ticket k ON k.id = t.ticket_id LEFT JOIN account a ON a.id = k.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM payment t LEFT JOIN invoice i ON i.id = t.invoice_id LEFT JOIN account a ON a.id = i.account_id GROUP BY a.country;
