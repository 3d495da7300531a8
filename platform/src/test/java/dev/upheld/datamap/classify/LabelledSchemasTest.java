package dev.upheld.datamap.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The columns of two well-known sample schemas, Pagila (a film rental shop, Copyright Devrim
 * Gündüz) and Chinook (a music shop, Copyright Luis Rocha), each labelled by hand: p personal, n
 * not, ? a matter of opinion.
 */
class LabelledSchemasTest {
  private static final String COLUMNS =
      """
      customer.customer_id WHOLE n
      customer.store_id WHOLE n
      customer.first_name TEXT p
      customer.last_name TEXT p
      customer.email TEXT p
      customer.address_id WHOLE n
      customer.activebool BOOLEAN n
      customer.create_date DATE n
      customer.last_update TIMESTAMP_WITH_ZONE n
      customer.active WHOLE n
      actor.actor_id WHOLE n
      actor.first_name TEXT p
      actor.last_name TEXT p
      category.category_id WHOLE n
      category.name TEXT n
      film.film_id WHOLE n
      film.title TEXT n
      film.description TEXT ?
      film.release_year WHOLE n
      film.language_id WHOLE n
      film.original_language_id WHOLE n
      film.rental_duration WHOLE n
      film.rental_rate DECIMAL n
      film.length WHOLE n
      film.replacement_cost DECIMAL n
      film.rating OTHER ?
      film.special_features ARRAY ?
      film.fulltext OTHER ?
      address.address_id WHOLE n
      address.address TEXT p
      address.address2 TEXT p
      address.district TEXT p
      address.city_id WHOLE n
      address.postal_code TEXT p
      address.phone TEXT p
      city.city_id WHOLE n
      city.city TEXT n
      city.country_id WHOLE n
      country.country TEXT n
      inventory.inventory_id WHOLE n
      language.name TEXT n
      payment.payment_id WHOLE n
      payment.amount DECIMAL n
      payment.payment_date TIMESTAMP_WITH_ZONE n
      rental.rental_date TIMESTAMP_WITH_ZONE n
      rental.return_date TIMESTAMP_WITH_ZONE n
      staff.staff_id WHOLE n
      staff.first_name TEXT p
      staff.last_name TEXT p
      staff.email TEXT p
      staff.active BOOLEAN n
      staff.username TEXT p
      staff.password TEXT p
      staff.picture BYTES p
      store.manager_staff_id WHOLE n
      album.title TEXT n
      album.artist_id WHOLE n
      artist.name TEXT ?
      customer.company TEXT p
      customer.address TEXT p
      customer.city TEXT p
      customer.state TEXT p
      customer.country TEXT p
      customer.phone TEXT p
      customer.fax TEXT p
      customer.support_rep_id WHOLE n
      employee.title TEXT p
      employee.reports_to WHOLE n
      employee.birth_date TIMESTAMP p
      employee.hire_date TIMESTAMP p
      employee.address TEXT p
      employee.city TEXT p
      employee.state TEXT p
      employee.country TEXT p
      employee.postal_code TEXT p
      genre.name TEXT n
      invoice.invoice_id WHOLE n
      invoice.invoice_date TIMESTAMP n
      invoice.billing_address TEXT p
      invoice.billing_city TEXT p
      invoice.billing_state TEXT p
      invoice.billing_country TEXT p
      invoice.billing_postal_code TEXT p
      invoice.total DECIMAL n
      invoice_line.unit_price DECIMAL n
      invoice_line.quantity WHOLE n
      media_type.name TEXT n
      playlist.name TEXT n
      track.name TEXT n
      track.composer TEXT p
      track.milliseconds WHOLE n
      track.bytes WHOLE n
      """;

  @Test
  void judgesThemLikeAPerson() {
    List<String> wrong = new ArrayList<>();
    for (String line : COLUMNS.strip().split("\n", -1)) {
      String[] parts = line.split("[. ]", 4);
      Judgement judgement =
          Classifier.judge(ColumnFacts.of(parts[0], parts[1], TypeFamily.valueOf(parts[2])));
      boolean right =
          switch (parts[3]) {
            case "p" -> judgement.nature() == Nature.PERSONAL;
            case "n" -> judgement.nature() == Nature.NOT_PERSONAL;
            default -> judgement.nature() != Nature.PERSONAL;
          };
      if (!right) {
        wrong.add(line + " " + judgement);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
