package dev.tegami.sasl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The error of an OAuth server (RFC 7628 §3.2.2): a flat JSON object of strings. Only its known members are read. */
final class TokenError {
    private static final int LONGEST = 4_096;
    private static final Pattern MEMBER =
            Pattern.compile("\"(status|schemes|scope|openid-configuration)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){0,512})\"");

    private TokenError() {}

    static SaslDenied read(String json) {
        List<String> said = new ArrayList<>();
        Matcher members = MEMBER.matcher(json.length() > LONGEST ? json.substring(0, LONGEST) : json);
        while (members.find()) {
            said.add(members.group(1) + " " + members.group(2));
        }
        String detail = said.isEmpty() ? "" : ": " + String.join(", ", said);
        return new SaslDenied(Denial.TOKEN_REFUSED, "the server refuses the token" + detail);
    }
}
