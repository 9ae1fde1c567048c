package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.JsonStream;
import io.imprimatur.core.intake.Region;
import io.imprimatur.core.intake.Span;
import io.imprimatur.core.intake.Span.Unit;
import io.imprimatur.core.sarif.SarifLocation.Artifact;
import org.jspecify.annotations.Nullable;

/** A {@code location} (3.28) while it is read. */
final class LocationReader {
    private final JsonStream json;
    private final RunContext context;
    private @Nullable ArtifactReader artifact;
    private @Nullable String logical;
    private int startLine;
    private int startColumn;
    private int endLine;
    private int endColumn;
    private int charOffset = -1;
    private int charLength;
    private int byteOffset = -1;
    private int byteLength;

    private LocationReader(JsonStream json, RunContext context) {
        this.json = json;
        this.context = context;
    }

    static SarifLocation read(JsonStream json, RunContext context) {
        LocationReader location = new LocationReader(json, context);
        Loose.object(json, location::member);
        return location.made();
    }

    private void member(String key) {
        switch (key) {
            case "physicalLocation" -> Loose.object(json, this::physical);
            case "logicalLocations" -> Loose.array(json, () -> Loose.object(json, this::logical));
            case "fullyQualifiedLogicalName" -> logical = Loose.scalar(json); // before 2.1.0
            default -> {}
        }
    }

    private void physical(String key) {
        switch (key) {
            case "artifactLocation", "fileLocation" -> artifact = ArtifactReader.read(json);
            case "region" -> Loose.object(json, this::region);
            default -> {}
        }
    }

    private void region(String key) {
        switch (key) {
            case "startLine" -> startLine = Numbers.place(json);
            case "startColumn" -> startColumn = Numbers.place(json);
            case "endLine" -> endLine = Numbers.place(json);
            case "endColumn" -> endColumn = Numbers.place(json);
            case "charOffset" -> charOffset = Numbers.index(json);
            case "charLength" -> charLength = Numbers.place(json);
            case "byteOffset" -> byteOffset = Numbers.index(json);
            case "byteLength" -> byteLength = Numbers.place(json);
            default -> {}
        }
    }

    private void logical(String key) {
        if (key.equals("fullyQualifiedName") || (key.equals("name") && logical == null)) {
            String name = Loose.scalar(json);
            logical = name == null ? logical : name;
        }
    }

    private SarifLocation made() {
        Artifact file = artifact == null ? null : artifact.in(context);
        return new SarifLocation(
                file, made(startLine, startColumn, endLine == 0 ? startLine : endLine, endColumn), span(), logical);
    }

    /** Characters before bytes, as they are what a person looks at (3.30.1). */
    private @Nullable Span span() {
        if (startLine != 0 || (charOffset < 0 && byteOffset < 0)) {
            return null;
        }
        return charOffset >= 0
                ? new Span(context.characters(), charOffset, Math.max(0, charLength))
                : new Span(Unit.BYTES, byteOffset, Math.max(0, byteLength));
    }

    /** The end column is the one after the last (3.30.8), so where it is the first, the line before is the last. */
    private static Region made(int firstLine, int firstColumn, int lastLine, int endColumn) {
        if (endColumn == 1 && lastLine > firstLine) {
            return new Region(firstLine, firstColumn, lastLine - 1, 0);
        }
        return new Region(firstLine, firstColumn, lastLine, Math.max(0, endColumn - 1));
    }
}
