package dev.tegami.internal.wire;

import dev.tegami.sasl.Denial;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The texts by which the Cyrus SASL library (in Cyrus IMAP, Postfix, Sendmail and others), and last Dovecot over POP3,
 * tell what no code of the protocol tells.
 */
final class SaslTexts {
    private static final Map<String, Denial> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("bad protocol / cancel", Denial.BAD_EXCHANGE);
        KNOWN.put("channel binding failure", Denial.DOWNGRADE);
        KNOWN.put("no mechanism available", Denial.NO_COMMON_MECHANISM);
        KNOWN.put("mechanism too weak for this user", Denial.NO_COMMON_MECHANISM);
        KNOWN.put("encryption needed to use mechanism", Denial.NEEDS_TLS);
        KNOWN.put("account disabled", Denial.ACCOUNT_LOCKED);
        KNOWN.put("passphrase locked", Denial.ACCOUNT_LOCKED);
        KNOWN.put("passphrase expired", Denial.PASSWORD_EXPIRED);
        KNOWN.put("authorization failure", Denial.NOT_AUTHORIZED);
        KNOWN.put("login disabled for this user", Denial.ACCOUNT_LOCKED);
        KNOWN.put("remote authentication server unavailable", Denial.SERVER_TROUBLE);
    }

    private SaslTexts() {}

    /** Gives the reason in the text, where the code gives none that is more than "no". */
    static Denial refine(SaslAnswer.Refused refused) {
        if (refused.why() != Denial.REFUSED && refused.why() != Denial.WRONG_CREDENTIALS) {
            return refused.why();
        }
        String text = refused.serverText().toLowerCase(Locale.ROOT);
        return KNOWN.entrySet().stream()
                .filter(known -> text.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(refused.why());
    }
}
