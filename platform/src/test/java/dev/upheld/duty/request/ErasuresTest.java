package dev.upheld.duty.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.duty.request.Erasure.Gone;
import dev.upheld.duty.request.Erasure.Law;
import dev.upheld.duty.request.Erasure.Served;
import dev.upheld.duty.request.Erasure.Stays;
import dev.upheld.duty.request.Erasure.Why;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person is told of an erasure lies in the file of the request, and goes with it. */
class ErasuresTest {
  private static final Erasure TOLD =
      new Erasure(
          LocalDate.of(2026, 11, 22),
          7,
          1,
          List.of(new Gone(List.of(new Served("accounts", "Customer accounts")), 8)),
          List.of(
              new Stays(
                  List.of(new Served("billing", "Billing")),
                  List.of("invoice"),
                  2,
                  Why.LAW,
                  Optional.of(new Law("Art. 1", "Books")),
                  Optional.of(LocalDate.of(2033, 6, 30)),
                  0)),
          true,
          false);

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  private void keep(CaseRef ref) {
    var _ =
        house.store.inTransaction(
            tx -> {
              house.requests.erasures().keep(tx, ref, TOLD);
              return ref;
            });
  }

  private Optional<Erasure> told(CaseRef ref) {
    return house.file(ref).contents().flatMap(Contents::erasure);
  }

  @Test
  void itIsKeptThroughWhateverElseIsWrittenAndGoesWithTheFile() {
    CaseRef ref = house.asked(House.EMAIL, "erasure").ref();
    assertThat(told(ref)).isEmpty();
    keep(ref);
    assertThat(told(ref)).contains(TOLD);
    house.requests.own().renew(ref);
    assertThat(told(ref)).as("another link").contains(TOLD);
    house.requests.own().withdraw(ref);

    house.days(400);
    house.requests.keep();
    assertThat(house.file(ref).erased()).isPresent();
    assertThat(told(ref)).isEmpty();
    keep(ref);
    assertThat(told(ref)).as("a file that was erased takes nothing on").isEmpty();
  }

  @Test
  void aFileOfAnOlderVersionIsRead() {
    String old =
        """
        {"name":"Ada","email":"ada@people.example","postal":"","identifiers":"","details":"All",\
        "onBehalf":"","link":"x","customer":""}
        """;

    assertThat(Contents.read(old))
        .isEqualTo(new Contents("Ada", "ada@people.example", "", "", "All", "", "x", ""));
  }
}
