package dev.tegami.interop;

import dev.tegami.mime.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code openssl cms}, which reads and writes whole messages. */
final class OpenSslPeer implements SmimePeer {
    private final Program program;

    OpenSslPeer(Path directory) {
        this.program = new Program(directory, Map.of());
    }

    @Override
    public String title() throws InterruptedException {
        return Versions.title("OpenSSL", program.firstWords("openssl", "version"));
    }

    @Override
    public void verify(Message signed) throws Exception {
        Path in = program.file("signed.eml", signed.toBytes());
        program.run("openssl", "cms", "-verify", "-in", in, "-CAfile", "authority.crt", "-purpose", "smimesign");
    }

    @Override
    public Optional<byte[]> sign(SignedCase how, SignedCase.Form form, SmimePerson by) throws Exception {
        program.file("part", SmimeMail.PART);
        List<Object> command = new ArrayList<>(List.of("openssl", "cms", "-sign", "-binary", "-in", "part"));
        command.addAll(List.of("-signer", by.certificateFile(program.directory())));
        command.addAll(List.of("-inkey", by.keyFile(program.directory()), "-md", how.digest()));
        if (how.isPss()) {
            command.addAll(List.of("-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:digest"));
        }
        if (form == SignedCase.Form.OPAQUE) {
            command.add("-nodetach");
        }
        return Optional.of(program.run(command.toArray()));
    }

    @Override
    public Optional<byte[]> decrypt(Message sealed, SmimePerson by) throws Exception {
        Path in = program.file("sealed.eml", sealed.toBytes());
        Path key = by.keyFile(program.directory());
        Path certificate = by.certificateFile(program.directory());
        return Optional.of(program.run("openssl", "cms", "-decrypt", "-in", in, "-inkey", key, "-recip", certificate));
    }

    @Override
    public Optional<byte[]> encrypt(SealedCase how, SmimePerson to) throws Exception {
        if (how == SealedCase.OAEP_CHACHA20) {
            return Optional.empty();
        }
        program.file("part", SmimeMail.PART);
        List<Object> command = new ArrayList<>(List.of("openssl", "cms", "-encrypt", "-binary", "-in", "part"));
        command.addAll(List.of("-" + how.cipherName(), "-recip", to.certificateFile(program.directory())));
        if (how.transport == SealedCase.Transport.OAEP) {
            command.addAll(List.of("-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256"));
        } else if (how.transport == SealedCase.Transport.AGREED) {
            command.addAll(List.of("-keyopt", "ecdh_kdf_md:sha256"));
        }
        return Optional.of(program.run(command.toArray()));
    }
}
