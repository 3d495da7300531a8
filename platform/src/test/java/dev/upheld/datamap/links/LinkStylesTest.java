package dev.upheld.datamap.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How programs and languages write their keys; each schema is small, and made up. */
class LinkStylesTest {
  @Test
  void designersWriteTheTableAndItsKey() {
    assertThat(
            Shop.links(
                """
                pacientes: id_pac* INT, nome TEXT(80)
                trabalhadores: id_trab* INT, nome TEXT(80)
                faturas: id_fatura* INT, valor DECIMAL
                consultas: id_consulta* INT, pacientes_id_pac INT i, faturas_id_fatura INT i, trabalhadores_id_trab INT i
                """))
        .containsExactly(
            "consultas.faturas_id_fatura > faturas.id_fatura",
            "consultas.pacientes_id_pac > pacientes.id_pac",
            "consultas.trabalhadores_id_trab > trabalhadores.id_trab");
  }

  @Test
  void keysInOneWordWithTheThing() {
    assertThat(
            Shop.links(
                """
                Asiakas: asiakasID* INT, nimi TEXT(50)
                Lasku: laskunro* INT, asiakasID INT, lahettajaAsiakasID INT
                Tilausrivi: rivinro* INT, laskunro INT
                """))
        .containsExactly(
            "Lasku.asiakasID > Asiakas.asiakasID",
            "Lasku.lahettajaAsiakasID > Asiakas.asiakasID",
            "Tilausrivi.laskunro > Lasku.laskunro");
    assertThat(
            Shop.links(
                """
                hosts: hostid* INT, proxy_hostid INT i, name TEXT(64)
                triggers: triggerid* INT, description TEXT(64)
                trigger_depends: id* INT, triggerid_down INT i, triggerid_up INT i
                items: itemid* INT, hostid INT i, master_itemid INT i, android INT
                """))
        .containsExactly(
            "hosts.proxy_hostid > hosts.hostid",
            "items.hostid > hosts.hostid",
            "items.master_itemid > items.itemid",
            "trigger_depends.triggerid_down > triggers.triggerid",
            "trigger_depends.triggerid_up > triggers.triggerid");
  }

  @Test
  void frenchRolesStandAfterThePerson() {
    assertThat(
            Shop.links(
                """
                utilisateur: id_utilisateur* INT, nom TEXT(80)
                notification: id_notification* INT, utilisateur_expediteur_id INT, contenu TEXT(255)
                publication: id_publication* INT, utilisateur_id INT, utilisateur_type_id INT
                """))
        .containsExactly(
            "notification.utilisateur_expediteur_id > utilisateur.id_utilisateur",
            "publication.utilisateur_id > utilisateur.id_utilisateur");
  }

  @Test
  void italianCodesAndMutePointers() {
    assertThat(
            Shop.links(
                """
                committente: codcommittente* INT, nome TEXT(40)
                progetto: codprogetto* INT, committente INT, titolo TEXT(40)
                versione: codversione* INT, progetto INT, numero TEXT(10)
                stampante: codstampante* INT, progetto INT, modello TEXT(40)
                """))
        .containsExactly(
            "progetto.committente > committente.codcommittente",
            "stampante.progetto > progetto.codprogetto",
            "versione.progetto > progetto.codprogetto");
  }

  @Test
  void modulesAreCalledLikeTheirMainTable() {
    assertThat(
            Shop.links(
                """
                res_user: id* INT, login TEXT(80)
                party_party: id* INT, name TEXT(80), create_uid INT, write_uid INT
                company_company: id* INT, party INT, create_uid INT
                sale_sale: id* INT, party INT, company INT, invoice_party INT, create_uid INT
                sale_line: id* INT, sale INT, company INT, create_uid INT
                stock_move: id* INT, company INT, sale_line INT, state INT
                """))
        .containsExactly(
            "company_company.create_uid > res_user.id",
            "company_company.party > party_party.id",
            "party_party.create_uid > res_user.id",
            "party_party.write_uid > res_user.id",
            "sale_line.company > company_company.id",
            "sale_line.create_uid > res_user.id",
            "sale_line.sale > sale_sale.id",
            "sale_sale.company > company_company.id",
            "sale_sale.create_uid > res_user.id",
            "sale_sale.invoice_party > party_party.id",
            "sale_sale.party > party_party.id",
            "stock_move.company > company_company.id",
            "stock_move.sale_line > sale_line.id");
  }

  /** In a database whose links say that they are keys, a bare word is a switch. */
  @Test
  void habitsTellSwitchesFromLinks() {
    String links =
        """
        hosts: id* INT, name TEXT(60)
        users: id* INT, name TEXT(60)
        items: id* INT, host_id INT, user_id INT, verify_host INT, operator INT
        alerts: id* INT, host_id INT, user_id INT, item_id INT
        events: id* INT, host_id INT, user_id INT, item_id INT, alert_id INT
        """;
    assertThat(Shop.links(links))
        .hasSize(9)
        .noneMatch(link -> link.contains("verify_host") || link.contains("operator"));
  }

  @Test
  void wordsGluedOverThereAndShortOnes() {
    assertThat(
            Shop.links(
                """
                act_re_procdef: id_* TEXT(64), key_ TEXT(255)
                act_ru_jobdef: id_* TEXT(64), proc_def_id_ TEXT(64)
                act_ru_batch: id_* TEXT(64), seed_job_def_id_ TEXT(64), total_ INT
                act_ru_case_execution: id_* TEXT(64), act_ TEXT(255)
                act_ru_sentry: id_* TEXT(64), case_exec_id_ TEXT(64)
                """))
        .containsExactly(
            "act_ru_batch.seed_job_def_id_ > act_ru_jobdef.id_",
            "act_ru_jobdef.proc_def_id_ > act_re_procdef.id_",
            "act_ru_sentry.case_exec_id_ > act_ru_case_execution.id_");
  }

  @Test
  void keysOfSeveralTextsLeadToTheTableTheyAreCalledAfter() {
    assertThat(
            Shop.links(
                """
                qrtz_job_details: sched_name* TEXT(120), job_name* TEXT(200), job_group* TEXT(200), data BYTES
                qrtz_triggers: sched_name* TEXT(120), trigger_name* TEXT(200), trigger_group* TEXT(200), job_name TEXT(200), job_group TEXT(200)
                qrtz_cron_triggers: sched_name* TEXT(120), trigger_name* TEXT(200), trigger_group* TEXT(200), cron TEXT(120)
                qrtz_paused_trigger_grps: sched_name* TEXT(120), trigger_group* TEXT(200)
                """))
        .contains(
            "qrtz_cron_triggers.sched_name+trigger_name+trigger_group"
                + " > qrtz_triggers.sched_name+trigger_name+trigger_group",
            "qrtz_triggers.sched_name+job_name+job_group"
                + " > qrtz_job_details.sched_name+job_name+job_group")
        .noneMatch(link -> link.startsWith("qrtz_cron") && link.contains("grps"));
  }

  /** Tables of one shape stand side by side, and a join table's key is no target. */
  @Test
  void siblingsAndJoinTablesAreNoTargets() {
    assertThat(
            Shop.links(
                """
                items: itemid* INT, hostid INT, templateid INT
                hosts: hostid* INT, templateid INT
                templates: templateid* INT, name TEXT(20)
                hosts_templates: hostid* INT, templateid* INT
                history: itemid* INT, clock* INT, value DECIMAL
                history_text: itemid* INT, clock* INT, value TEXT(200)
                """))
        .noneMatch(link -> link.contains("> history") || link.contains("> hosts_templates"));
  }

  /** A key shared by tables that say more of the same row is the one's it is short for. */
  @Test
  void aShortenedKeyIsItsTablesWhereverElseItIsOne() {
    assertThat(
            Shop.links(
                """
                hr_employee: emp_number* INT, hired DATE
                hr_emp_picture: emp_number* INT, taken DATE
                hr_emp_tax: emp_number* INT, rate DECIMAL
                hr_emp_skill: id* INT, emp_number INT i
                hr_emp_note: id* INT, emp_number INT i
                """))
        .containsExactly(
            "hr_emp_note.emp_number > hr_employee.emp_number",
            "hr_emp_picture.emp_number > hr_employee.emp_number",
            "hr_emp_skill.emp_number > hr_employee.emp_number",
            "hr_emp_tax.emp_number > hr_employee.emp_number");
  }

  /** The key of a table written in one word is no link to another that ends alike. */
  @Test
  void aKeyCalledAfterTheEndOfItsOwnTablePointsNowhere() {
    assertThat(
            Shop.links(
                """
                club_paymenttypes: type_id* INT, label TEXT(40)
                club_field_types: field_id* INT, label TEXT(40)
                club_pdfmodels: model_id* INT, label TEXT(40)
                club_import_model: model_id* INT, fields TEXT(200)
                """))
        .isEmpty();
  }

  /** Where all tables begin with the program's name, it says nothing of any. */
  @Test
  void whatAllTablesBeginWithIsNoThing() {
    assertThat(
            Shop.links(
                """
                zq_users: id* INT, label TEXT(40)
                zq_services: id* INT, label TEXT(40)
                zq_places: id* INT, label TEXT(40)
                zq_bookings: id* INT, id_users_provider INT i, id_users_customer INT i, id_services INT i
                """))
        .containsExactly(
            "zq_bookings.id_services > zq_services.id",
            "zq_bookings.id_users_customer > zq_users.id",
            "zq_bookings.id_users_provider > zq_users.id");
  }

  /** A number called after its own table is no other row of it, unless it says so. */
  @Test
  void aBareNumberIsNoOtherRowOfItsTable() {
    assertThat(
            Shop.links(
                """
                category: id* INT, sort_category INT, parent_category INT
                item: id* INT, category_id INT
                """))
        .containsExactly(
            "category.parent_category > category.id", "item.category_id > category.id");
  }

  /** How many there are, or what a role may do with them, is no row of theirs. */
  @Test
  void aNumberInThePluralIsNoLink() {
    assertThat(
            Shop.links(
                """
                users: id* INT, label TEXT(40)
                services: id* INT, label TEXT(40)
                roles: id* INT, users INT, services INT
                grants: id* INT, role_id INT i, user_id INT i
                """))
        .containsExactly("grants.role_id > roles.id", "grants.user_id > users.id");
  }
}
