package dev.upheld.testing.score;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether two names of categories mean the same. The prefix {@code pd:}, case and punctuation do
 * not matter. Names of one family agree: truth files are written by different people, who say
 * "address" where others say {@code pd:PostalCode}.
 */
final class Categories {
  private static final List<Set<String>> FAMILIES =
      families(
          "emailaddress email mail contactemail",
          "telephonenumber phone telephone phonenumber fax faxnumber mobile mobilenumber",
          "name firstname lastname surname fullname givenname familyname personname middlename",
          "physicaladdress address street postalcode zip zipcode postcode city country location"
              + " region state postaladdress homeaddress gpscoordinate coordinates geolocation",
          "ipaddress ip networkaddress",
          "macaddress mac",
          "username login loginname accountname nickname userid handle alias displayname",
          "password credential credentials authenticating secret token passwordhash accesstoken"
              + " apitoken authentication pincode authenticationdata security",
          "birthdate dateofbirth dob birthday birthyear age",
          "bankaccount iban financialaccount financialaccountnumber paymentcardnumber paymentcard"
              + " creditcard card cardnumber paymentcardexpiry payment financial bank",
          "officialid nationalid ssn passport identitynumber idnumber governmentid taxid tax vat"
              + " vatnumber",
          "uid identifying deviceid cookieid externalid identifier pseudonym trackingid accountidentifier"
              + " uniqueidentifier customernumber",
          "communication message freetext text note notes comment comments content profile",
          "job jobtitle professional company employer organisation organization employment"
              + " employmenthistory professionalexperience workhistory profession occupation",
          "picture photo image avatar portrait",
          "gender sex sexe",
          "useragent browser browserfingerprint device deviceinformation",
          "socialmedia socialnetwork website url",
          "salary income wage");

  private Categories() {}

  static boolean agree(String one, String other) {
    String a = plain(one);
    String b = plain(other);
    return a.equals(b) || FAMILIES.stream().anyMatch(f -> f.contains(a) && f.contains(b));
  }

  private static String plain(String category) {
    String lower = category.toLowerCase(Locale.ROOT);
    String bare = lower.substring(lower.indexOf(':') + 1);
    return bare.replaceAll("[^\\p{L}]", "");
  }

  private static List<Set<String>> families(String... words) {
    return Arrays.stream(words)
        .map(line -> Arrays.stream(line.split(" ", -1)).collect(Collectors.toUnmodifiableSet()))
        .toList();
  }
}
