package dev.tegami.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.sasl.AuthorizeCallback;
import javax.security.sasl.RealmCallback;
import javax.security.sasl.RealmChoiceCallback;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/** A mechanism of the JDK or of the caller: CRAM-MD5, DIGEST-MD5, what {@link Gssapi} needs, or any {@link SaslClient}. */
final class JdkMechanism implements Mechanism {
    private static final Pattern EMPTY_REALM = Pattern.compile("realm=\"\",?");

    private final SaslClient client;

    JdkMechanism(SaslClient client) {
        this.client = client;
    }

    static JdkMechanism of(String name, Credentials credentials, String password, Link link) {
        try {
            SaslClient made = javax.security.sasl.Sasl.createSaslClient(
                    new String[] {name},
                    credentials.authorizationId().orElse(null),
                    link.service(),
                    link.host(),
                    Map.of(javax.security.sasl.Sasl.QOP, "auth"),
                    asked -> answer(asked, credentials, password));
            if (made == null) {
                throw new SaslDenied(Denial.NO_COMMON_MECHANISM, "this Java platform has no " + name);
            }
            return new JdkMechanism(made);
        } catch (SaslException e) {
            throw new SaslDenied(Denial.BAD_EXCHANGE, "cannot begin " + name, e);
        }
    }

    private static void answer(Callback[] asked, Credentials credentials, String password) {
        for (Callback callback : asked) {
            if (callback instanceof NameCallback name) {
                name.setName(credentials.user());
            } else if (callback instanceof PasswordCallback secret) {
                secret.setPassword(password.toCharArray());
            } else if (callback instanceof RealmChoiceCallback choice) {
                choice.setSelectedIndex(choice.getDefaultChoice());
            } else if (callback instanceof RealmCallback realm) {
                String usual = realm.getDefaultText();
                realm.setText(usual == null ? "" : usual);
            } else if (callback instanceof AuthorizeCallback authorize) {
                authorize.setAuthorized(true);
            }
        }
    }

    @Override
    public String name() {
        return client.getMechanismName();
    }

    @Override
    public Optional<byte[]> initial() {
        return client.hasInitialResponse() ? Optional.of(respond(new byte[0])) : Optional.empty();
    }

    @Override
    public byte[] respond(byte[] challenge) {
        try {
            byte[] answer = client.evaluateChallenge(withRealm(challenge));
            return answer == null ? new byte[0] : answer;
        } catch (SaslException | RuntimeException e) {
            throw new SaslDenied(Denial.BAD_EXCHANGE, name() + " fails: " + e.getMessage(), e);
        }
    }

    /** The JDK's DIGEST-MD5 stumbles over an empty realm, which means the same as none. */
    private byte[] withRealm(byte[] challenge) {
        if (!client.getMechanismName().equals("DIGEST-MD5")) {
            return challenge;
        }
        String text = new String(challenge, StandardCharsets.ISO_8859_1);
        return EMPTY_REALM.matcher(text).replaceAll("").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean done() {
        return client.isComplete();
    }
}
