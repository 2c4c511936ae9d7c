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
    private final List<String> openssl;

    OpenSslPeer(Path directory) {
        this(directory, List.of("openssl"));
    }

    private OpenSslPeer(Path directory, List<String> openssl) {
        this.program = new Program(directory, Map.of());
        this.openssl = openssl;
    }

    /** The one of another release of Debian, whose root lies somewhere. */
    static OpenSslPeer in(Path root, Path directory) {
        List<String> command = List.of(
                root.resolve("usr/lib64/ld-linux-x86-64.so.2").toString(),
                "--library-path",
                root.resolve("usr/lib/x86_64-linux-gnu").toString(),
                root.resolve("usr/bin/openssl").toString());
        return new OpenSslPeer(directory, command);
    }

    @Override
    public String title() throws InterruptedException {
        return Versions.title("OpenSSL", program.firstWords(command("version").toArray(String[]::new)));
    }

    private List<Object> command(Object... words) {
        List<Object> command = new ArrayList<>(openssl);
        command.addAll(List.of(words));
        return command;
    }

    @Override
    public void verify(Message signed) throws Exception {
        Path in = program.file("signed.eml", signed.toBytes());
        program.run(command("cms", "-verify", "-in", in, "-CAfile", "authority.crt", "-purpose", "smimesign")
                .toArray());
    }

    @Override
    public Optional<byte[]> sign(SignedCase how, SignedCase.Form form, SmimePerson by) throws Exception {
        program.file("part", SmimeMail.PART);
        List<Object> command = command("cms", "-sign", "-binary", "-in", "part");
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
        return Optional.of(program.run(command("cms", "-decrypt", "-in", in, "-inkey", key, "-recip", certificate)
                .toArray()));
    }

    @Override
    public Optional<byte[]> encrypt(SealedCase how, SmimePerson to) throws Exception {
        if (how == SealedCase.OAEP_CHACHA20 || how == SealedCase.RSA_KEM || how.isDerived()) {
            return Optional.empty();
        }
        program.file("part", SmimeMail.PART);
        List<Object> command = command("cms", "-encrypt", "-binary", "-in", "part");
        command.addAll(List.of("-" + how.cipherName(), "-recip", to.certificateFile(program.directory())));
        if (how.transport == SealedCase.Transport.OAEP) {
            command.addAll(List.of("-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256"));
        } else if (how.transport == SealedCase.Transport.AGREED && !how.kind.startsWith("X")) {
            command.addAll(List.of("-keyopt", "ecdh_kdf_md:sha256"));
        }
        return Optional.of(program.run(command.toArray()));
    }
}
