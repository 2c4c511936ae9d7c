package dev.tegami.mime.trace;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Atoms;
import dev.tegami.internal.mime.ResultScanner;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one server says it found out about a message's origin (RFC 8601). Immutable. Anybody can write such a field: believe
 * only those of one's own server, and only if that server removes the ones that came in under its name.
 *
 * <pre>{@code
 * boolean signed = AuthenticationResults.of(message.header(), "mx.example.net").stream()
 *         .flatMap(found -> found.results().stream())
 *         .anyMatch(result -> result.method().equals("dkim") && result.isPass());
 * }</pre>
 *
 * @param authority the name of the server, in lower case
 * @param version the version of the field's grammar; 1 if none is stated
 * @param results what it found; none if it looked for nothing
 */
public record AuthenticationResults(String authority, int version, List<Result> results) {
    /**
     * What one method found.
     *
     * @param method such as {@code dkim}, {@code spf} or {@code dmarc}, in lower case
     * @param version the version of the method; 1 if none is stated
     * @param value such as {@code pass}, {@code fail}, {@code none} or {@code temperror}, in lower case
     * @param reason why, for people
     * @param properties what was looked at, such as {@code header.d} or {@code smtp.mailfrom}, in lower case, and its value
     */
    public record Result(
            String method, int version, String value, Optional<String> reason, Map<String, String> properties) {
        /**
         * Keeps the values.
         *
         * @param method the method
         * @param version its version
         * @param value what it found
         * @param reason why
         * @param properties what was looked at
         */
        public Result {
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        }

        /**
         * Tells whether the message stood the test.
         *
         * @return true for {@code pass} alone
         */
        public boolean isPass() {
            return value.equals("pass");
        }
    }

    /**
     * Keeps the values.
     *
     * @param authority the name of the server
     * @param version the version of the grammar
     * @param results what it found
     */
    public AuthenticationResults {
        results = List.copyOf(results);
    }

    /**
     * Reads what a server of that name says. Nothing is taken from fields of a version nobody here knows.
     *
     * @param header a message's header
     * @param authority the name of one's own server
     * @return its fields, the uppermost first
     */
    public static List<AuthenticationResults> of(Header header, String authority) {
        List<AuthenticationResults> found = new ArrayList<>();
        for (Field field : header.all("Authentication-Results")) {
            AuthenticationResults read = parse(field.value());
            if (read.authority.equals(Ascii.lower(authority)) && read.version == 1) {
                found.add(read);
            }
        }
        return List.copyOf(found);
    }

    /**
     * Reads one field, whoever wrote it; total: what cannot be read is passed over.
     *
     * @param value the value of a field
     * @return what it says
     */
    public static AuthenticationResults parse(String value) {
        ResultScanner scanner = new ResultScanner(value);
        String authority = scanner.word("=");
        boolean missing = scanner.take('=');
        int version = missing ? 1 : number(scanner.word("="), 1);
        List<Result> results = new ArrayList<>();
        if (missing) {
            scanner = new ResultScanner("; " + value);
        }
        while (scanner.nextClause()) {
            result(scanner).ifPresent(results::add);
        }
        return new AuthenticationResults(missing ? "" : Ascii.lower(authority), version, results);
    }

    private static Optional<Result> result(ResultScanner scanner) {
        boolean isName = !scanner.isQuoted(); // a method is a keyword, which no quotes can make of something else
        String method = Ascii.lower(scanner.word("=/"));
        int version = scanner.take('/') ? number(scanner.word("="), 0) : 1;
        if (!isName || !Atoms.isToken(method) || !scanner.take('=')) {
            return Optional.empty();
        }
        String value = Ascii.lower(scanner.word(""));
        Map<String, String> properties = new LinkedHashMap<>();
        Optional<String> reason = Optional.empty();
        for (String name = scanner.word("="); !name.isEmpty(); name = scanner.word("=")) {
            boolean valued = scanner.take('=');
            String given = valued ? scanner.word("") : "";
            if (valued && name.equalsIgnoreCase("reason")) {
                reason = Optional.of(given);
            } else if (valued) {
                properties.putIfAbsent(Ascii.lower(name), given);
            }
        }
        return Optional.of(new Result(method, version, value, reason, properties));
    }

    private static int number(String digits, int otherwise) {
        boolean number =
                !digits.isEmpty() && digits.length() < 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : digits.isEmpty() ? otherwise : 0;
    }
}
