package dev.tegami.smime;

import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.smime.internal.CipherSuite;
import dev.tegami.smime.internal.CmsEnveloped;
import dev.tegami.smime.internal.Decryption;
import dev.tegami.smime.internal.PrivateOperations;
import dev.tegami.smime.internal.Rounds;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.OAEPParameterSpec;

/** Decrypts one layer. However it fails after a key was found, the answer is the same. */
final class EnvelopeOpening {
    private final CmsEnveloped envelope;
    private final Policy policy;
    private final List<Reason> reasons = new ArrayList<>();
    private Optional<Identity> recipient = Optional.empty();
    private Optional<SharedSecret> secret = Optional.empty();

    private EnvelopeOpening(CmsEnveloped envelope, Policy policy) {
        this.envelope = envelope;
        this.policy = policy;
    }

    static Opening.Peeled open(Source cms, Keys keys, Policy policy) throws IOException {
        EnvelopeOpening opening =
                new EnvelopeOpening(CmsEnveloped.read(cms, policy.bounds().cms()), policy);
        Optional<Part> content = opening.decrypt(keys);
        return new Opening.Peeled(opening.layer(), content);
    }

    private Layer layer() {
        String cipher = envelope.suite()
                .map(Enum::name)
                .orElseGet(() -> envelope.cipher().getAlgorithm().getId());
        return new Layer.Encrypted(
                cipher,
                envelope.authenticated() ? Layer.Protection.AUTHENTICATED : Layer.Protection.MALLEABLE,
                envelope.recipients().count(),
                recipient,
                secret,
                reasons);
    }

    private Optional<Part> decrypt(Keys keys) throws IOException {
        CipherSuite suite = envelope.suite().orElse(null);
        if (suite == null || suite.isAuthenticated() != envelope.authenticated()) {
            reasons.add(new Reason(
                    Reason.Code.UNKNOWN_ALGORITHM,
                    envelope.cipher().getAlgorithm().getId()));
            return Optional.empty();
        }
        if (isTooOld(suite)) {
            return Optional.empty();
        }
        if (!suite.isAuthenticated()) {
            reasons.add(new Reason(Reason.Code.MALLEABLE, suite.name()));
        }
        for (Identity identity : keys.identities()) {
            Optional<byte[]> found =
                    envelope.recipients().unwrap(identity.certificate(), operations(identity.key()), suite.keyLength());
            if (found.isPresent()) {
                recipient = Optional.of(identity);
                return decrypt(suite, found.get());
            }
        }
        Rounds rounds = new Rounds();
        for (SharedSecret each : keys.secrets()) {
            Optional<byte[]> found = envelope.recipients().unwrap(each.secret(), rounds, suite.keyLength());
            if (found.isPresent()) {
                secret = Optional.of(each);
                return decrypt(suite, found.get());
            }
        }
        reasons.add(new Reason(
                Reason.Code.NO_KEY, "for none of " + envelope.recipients().count() + " recipients"));
        return Optional.empty();
    }

    /** Whether the cipher is too old for the policy; of the weakest it is said in any case. */
    private boolean isTooOld(CipherSuite suite) {
        Optional<Legacy> old = Strengths.age(suite);
        boolean refused =
                old.isPresent() && !policy.accepts(old.get(), policy.clock().instant());
        if (refused || (old.isPresent() && old.get() != Legacy.TRIPLE_DES)) {
            String advice = refused ? ": decrypted only by Policy.accepting(Legacy." + old.get() + ")" : "";
            reasons.add(new Reason(Reason.Code.WEAK_ALGORITHM, suite + advice));
        }
        return refused;
    }

    private Optional<Part> decrypt(CipherSuite suite, byte[] key) throws IOException {
        try {
            Source plaintext =
                    new Decryption(envelope, suite, key).open(policy.bounds().memory());
            return Optional.of(Message.parse(plaintext).root());
        } catch (GeneralSecurityException e) {
            reasons.add(new Reason(Reason.Code.DECRYPTION_FAILED, "the content cannot be decrypted"));
            return Optional.empty();
        }
    }

    private static PrivateOperations operations(KeyOperations key) {
        return new PrivateOperations() {
            @Override
            public byte[] rsa(byte[] block) throws GeneralSecurityException {
                return key.rsa(block);
            }

            @Override
            public Optional<byte[]> rsaPkcs1(byte[] block) throws GeneralSecurityException {
                return key.rsaPkcs1(block);
            }

            @Override
            public Optional<byte[]> rsaOaep(OAEPParameterSpec padding, byte[] block) throws GeneralSecurityException {
                return key.rsaOaep(padding, block);
            }

            @Override
            public byte[] agree(PublicKey peer) throws GeneralSecurityException {
                return key.agree(peer);
            }

            @Override
            public byte[] decapsulate(byte[] ciphertext) throws GeneralSecurityException {
                return key.decapsulate(ciphertext);
            }
        };
    }
}
