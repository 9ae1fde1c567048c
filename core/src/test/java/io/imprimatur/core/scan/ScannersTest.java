package io.imprimatur.core.scan;

import static io.imprimatur.core.scan.TestScanners.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.imprimatur.core.scan.fixture.Alpha;
import io.imprimatur.core.scan.fixture.Beta;
import io.imprimatur.core.scan.fixture.BetaToo;
import io.imprimatur.core.scan.fixture.FailsToStart;
import io.imprimatur.core.scan.fixture.Parent;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.finding.Category;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerDescriptor;
import io.imprimatur.scan.ScannerProvider;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannersTest {
    @TempDir
    private Path folder;

    @Test
    void areFoundOnAClassPathInTheOrderOfTheirIds() throws IOException {
        Path jar = SeparatePath.jar(
                folder, Beta.class.getName() + "\n" + Alpha.class.getName(), Alpha.class, Beta.class, Parent.class);
        try (URLClassLoader loader = SeparatePath.loader(jar)) {
            Scanners scanners = Scanners.find(loader);

            assertThat(ids(scanners)).containsExactly("alpha", "beta");
            assertThat(scanners.installed().get(0).provider().getClass().getClassLoader())
                    .isSameAs(loader);
        }
    }

    @Test
    void areFoundOnAModulePath() throws IOException {
        Path jar = SeparatePath.jar(folder, Alpha.class.getName(), Alpha.class, Parent.class);
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of("acme.scanners"));
        ModuleLayer layer =
                boot.defineModulesWithOneLoader(configuration, getClass().getClassLoader());

        Scanners scanners = Scanners.find(layer);

        assertThat(ids(scanners)).containsExactly("alpha");
        assertThat(scanners.installed().get(0).provider().getClass().getModule().getName())
                .isEqualTo("acme.scanners");
    }

    @Test
    void areTakenAsTheyAreGiven() {
        assertThat(ids(Scanners.of(new Beta()).and(Scanners.of(new Alpha())))).containsExactly("alpha", "beta");
        assertThat(ids(Scanners.NONE)).isEmpty();
    }

    @Test
    void oneCanBeLeftOut() {
        Scanners both = Scanners.of(new Beta(), new Alpha());
        assertThat(ids(both.without("alpha"))).containsExactly("beta");
        assertThat(ids(both.without("gamma"))).containsExactly("alpha", "beta");
    }

    @Test
    void thatCannotBeLoadedAreNamedAllAtOnce() throws IOException {
        Path jar = SeparatePath.jar(
                folder,
                FailsToStart.class.getName() + "\ncom.acme.Missing\n" + Alpha.class.getName(),
                FailsToStart.class,
                Alpha.class,
                Parent.class);
        try (URLClassLoader loader = SeparatePath.loader(jar)) {
            ImprimaturException refusal = refusal(() -> Scanners.find(loader));

            assertThat(refusal.code()).isEqualTo(ErrorCode.SCANNER_UNUSABLE);
            assertThat(refusal.problems()).hasSize(2);
            assertThat(refusal)
                    .hasMessageContaining(FailsToStart.class.getName())
                    .hasMessageContaining("java.lang.IllegalStateException")
                    .hasMessageContaining("com.acme.Missing")
                    .hasMessageNotContaining("hidden");
        }
    }

    @Test
    void thatCannotBeLinkedAreNamed() throws IOException {
        Path jar = SeparatePath.jar(folder, Alpha.class.getName(), Alpha.class);
        try (URLClassLoader loader = SeparatePath.loader(jar)) {
            ImprimaturException refusal = refusal(() -> Scanners.find(loader));

            assertThat(refusal.code()).isEqualTo(ErrorCode.SCANNER_UNUSABLE);
            assertThat(refusal).hasMessageContaining("NoClassDefFoundError").hasMessageContaining("fixture/Parent");
        }
    }

    @Test
    void malformedServicesFileIsRefusedWithItsLine() throws IOException {
        Path jar = SeparatePath.jar(folder, "# a comment\nnot a class\n");
        try (URLClassLoader loader = SeparatePath.loader(jar)) {
            assertThat(refusal(() -> Scanners.find(loader))).hasMessageContaining("ScannerProvider:2:");
        }
    }

    @Test
    void thatShareAnIdAreRefusedByBothClasses() {
        ImprimaturException refusal = refusal(() -> Scanners.of(new Beta(), new Alpha(), new BetaToo()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.SCANNER_ID_CONFLICT);
        assertThat(refusal)
                .hasMessageContaining(Beta.class.getName() + ",")
                .hasMessageContaining(BetaToo.class.getName());
        assertThat(refusal(() -> Scanners.of(new Beta()).and(Scanners.of(new Beta())))
                        .code())
                .isEqualTo(ErrorCode.SCANNER_ID_CONFLICT);
    }

    @Test
    void thatTakeAReservedIdAreRefused() {
        for (String id : List.of("imprimatur", "imprimatur.secrets")) {
            ImprimaturException refusal = refusal(
                    () -> Scanners.of(provider(id, (settings, secrets) -> (request, findings) -> Coverage.COMPLETE)));

            assertThat(refusal.code()).isEqualTo(ErrorCode.SCANNER_ID_CONFLICT);
            assertThat(refusal).hasMessageContaining("reserved").hasMessageContaining("TestScanners$");
        }
        assertThat(ids(Scanners.of(provider("imprimatura", (settings, secrets) -> null))))
                .containsExactly("imprimatura");
    }

    @Test
    void thatCannotSayWhatTheyAreAreRefused() {
        int[] calls = {0};
        for (Supplier<ScannerDescriptor> descriptor : List.<Supplier<ScannerDescriptor>>of(
                () -> null,
                () -> {
                    throw new StackOverflowError("hidden");
                },
                () -> new ScannerDescriptor("x", "1." + calls[0]++, List.of(Category.STYLE)))) {
            ImprimaturException refusal = refusal(() -> Scanners.of(new Described(descriptor)));

            assertThat(refusal.code()).isEqualTo(ErrorCode.SCANNER_UNUSABLE);
            assertThat(refusal)
                    .hasMessageContaining(Described.class.getName())
                    .hasMessageContaining("descriptor()")
                    .hasMessageNotContaining("hidden");
        }
    }

    private record Described(Supplier<ScannerDescriptor> answer) implements ScannerProvider {
        @Override
        public ScannerDescriptor descriptor() {
            return answer.get();
        }

        @Override
        public Scanner create(ScannerSettings settings, SecretSource secrets) {
            return (request, findings) -> Coverage.COMPLETE;
        }
    }

    private static List<String> ids(Scanners scanners) {
        return scanners.descriptors().stream().map(ScannerDescriptor::id).toList();
    }

    private static ImprimaturException refusal(ThrowingCallable call) {
        ImprimaturException refusal = catchThrowableOfType(ImprimaturException.class, call);
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
