package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.ResiduePasses;
import dev.upheld.register.Rests;
import dev.upheld.register.StoredTombstones;
import dev.upheld.store.Store;
import dev.upheld.store.StoreHome;
import dev.upheld.testing.Databases;
import dev.upheld.testing.Stores;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the nightly searches saw, on a page: places and counts, never a value. */
class ResiduePageTest {
  private static final String ADA = "ada@people.example";

  private final MarkedShop shop = new MarkedShop(Databases.postgres().freshDatabase());
  private final Browser officer = shop.server.signedIn(Role.OFFICER);

  @AfterEach
  void close() {
    shop.close();
  }

  private void search() {
    Workspace workspace =
        Workspaces.read(
                shop.folder,
                References.machine().overlaid(Map.of("SECRET", shop.database.password())))
            .workspace()
            .orElseThrow();
    StoreHome home = new StoreHome(shop.server.home());
    try (Store store = Stores.open(shop.server.store())) {
      Journal journal = new Journal(store, shop.server.clock);
      new ResidueWork(
              new ResidueWork.Parts(
                  () -> workspace,
                  new StoredTombstones(store, journal),
                  new Rests(store),
                  new ResiduePasses(store, journal),
                  new Fingerprints(Wiring.people(home)),
                  Wiring.signing(home),
                  shop.server.clock))
          .search(shop.server.clock.instant(), () -> false, Progress.SILENT);
    }
  }

  private void adaIsErased() {
    String here = shop.proved(officer, ADA, "erasure");
    officer.post(here + "/plan");
    officer.post(here + "/approve", "digest", MarkedShop.digest(officer.get(here)));
    officer.post(here + "/run");
    long end = System.nanoTime() + java.time.Duration.ofSeconds(30).toNanos();
    while (!shop.one("select count(*) from customer").equals("1") && System.nanoTime() < end) {
      officer.get(here);
    }
    MarkedShop.waitFor(officer, here, "Answer and end");
  }

  @Test
  void whatIsLeftIsShownByPlaceAndCountWithItsReceiptAndGoesWhenNothingIs() {
    assertThat(officer.get("/residue").body()).contains("Nobody has been searched for yet");
    adaIsErased();
    shop.database.execute(
        "insert into purchase values (9, 2, 'a vase, for ada@people.example')",
        "create table leaflet (id int primary key, line text)",
        "insert into leaflet values (1, 'to ADA@people.example')");
    search();

    Page page = officer.get("/residue");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("2 rows are left", "public.leaflet.line", "public.purchase.what", "What to do")
        .doesNotContain("ada@", "ADA@", "vase");
    assertThat(officer.get("/").body()).contains("href=\"/residue\"");
    Matcher receipt = Pattern.compile("/residue/receipt\\?began=[^\"]+").matcher(page.body());
    assertThat(receipt.find()).isTrue();
    Page signed = officer.get(receipt.group());
    assertThat(signed.body()).contains("signature", "public.leaflet").doesNotContain("ada@");

    shop.database.execute("delete from purchase where id = 9", "drop table leaflet");
    shop.server.clock.pass(java.time.Duration.ofMinutes(10));
    search();
    Page after = officer.get("/residue");
    assertThat(after.body())
        .contains("Nothing unexplained is left", "2 rows are left")
        .doesNotContain("public.leaflet");
    Matcher older = Pattern.compile("href=\"(/residue\\?began=[^\"]+)\"").matcher(after.body());
    assertThat(older.find()).isTrue();
    assertThat(officer.get(older.group(1)).body()).contains("public.leaflet.line");
    assertThat(officer.get("/residue?began=2020-01-01T00:00:00Z").status()).isEqualTo(404);
    assertThat(shop.server.signedIn(Role.AUDITOR).get("/residue").status()).isEqualTo(200);
  }
}
