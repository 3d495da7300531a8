package dev.upheld.testing.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.classify.Judgement;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.testing.score.ColumnScore.Judged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColumnScoreTest {
  private static Judged judged(String table, String column, Nature nature, String term) {
    Optional<String> said = term.isEmpty() ? Optional.empty() : Optional.of(term);
    return new Judged(
        Optional.of("public"), table, column, new Judgement(nature, said, 0, List.of("because")));
  }

  @Test
  void unsureIsAMissAndNoFalseAlarm() {
    Truth truth =
        Truth.parse(
            """
            table\tcolumn\tcategory
            person\tmail\temail
            public.person\tPhone\tpd:TelephoneNumber
            person\tcity\taddress
            person\tgone\tname
            person\tid\t
            person\tnote
            person\tkind\t
            """);
    ColumnScore score =
        ColumnScore.of(
            truth,
            List.of(
                judged("person", "mail", Nature.PERSONAL, "pd:EmailAddress"),
                judged("Person", "phone", Nature.PERSONAL, "pd:Name"),
                judged("person", "city", Nature.UNSURE, "pd:City"),
                judged("person", "id", Nature.PERSONAL, "pd:UID"),
                judged("person", "note", Nature.UNSURE, ""),
                judged("person", "kind", Nature.NOT_PERSONAL, ""),
                judged("person", "more", Nature.PERSONAL, "pd:Name")));
    assertThat(score.figures()).isEqualTo("columns precision=0.667 recall=0.500 category=0.500");
    assertThat(score.unsure()).isEqualTo(1);
    assertThat(score.unsaid()).isEqualTo(1);
    assertThat(score.faults())
        .containsExactly(
            "other category public.person.Phone [pd:TelephoneNumber], judged pd:Name: because",
            "missed (unsure) person.city [address]: because",
            "missed person.gone [name]: the database has no such column",
            "false alarm person.id, judged pd:UID: because");
  }

  @Test
  void nothingPersonalAndNothingFoundIsNoFault() {
    ColumnScore score =
        ColumnScore.of(Truth.parse("t\tc\t\n"), List.of(judged("t", "c", Nature.NOT_PERSONAL, "")));
    assertThat(score.figures()).isEqualTo("columns precision=1.000 recall=1.000 category=1.000");
  }

  @Test
  void aLineWithoutTabIsRefused() {
    assertThatThrownBy(() -> Truth.parse("t\tc\t\nperson name\n")).hasMessageContaining("line 2");
  }

  @Test
  void addressesOfDriversAreUnderstood() {
    Endpoint endpoint =
        JdbcAddress.endpoint(
            "jdbc:mysql://db.example/shop?user=me&password=a%20b",
            Optional.of("you"), Optional.empty());
    assertThat(endpoint.kind()).isEqualTo("mariadb");
    assertThat(endpoint.host() + endpoint.port() + endpoint.database())
        .isEqualTo("db.example3306shop");
    assertThat(endpoint.user() + endpoint.password().reveal()).isEqualTo("youa b");
    assertThatThrownBy(
            () ->
                JdbcAddress.endpoint(
                    "jdbc:oracle:thin:me/secret", Optional.empty(), Optional.empty()))
        .hasMessageNotContaining("secret");
  }
}
