using System.Text.Json;
using System.Text.Json.Serialization;

namespace TorchLite;

/// <summary>A dtype in JSON, for <c>System.Text.Json</c>: its name, such as <c>"float32"</c>; <c>"torch.float32"</c> is read too.</summary>
/// <remarks><see cref="DType"/> uses it automatically, also as a dictionary key. It is public for generated code.</remarks>
/// <example><code>
/// using System.Text.Json;
/// JsonSerializer.Serialize(DType.Float32)                     // "float32"
/// JsonSerializer.Deserialize&lt;DType&gt;("\"torch.int64\"")        // torch.int64
/// </code></example>
public sealed class DTypeJsonConverter : JsonConverter<DType>
{
    private const string Prefix = "torch.";

    /// <inheritdoc/>
    /// <exception cref="JsonException">The string is not a dtype.</exception>
    public override DType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("a dtype is its name");
        return DType.Named(name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name)
            ?? throw new JsonException($"'{name}' is no dtype");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DType value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Name);
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The string is not a dtype.</exception>
    public override DType ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DType.Named(reader.GetString()!) ?? throw new JsonException($"'{reader.GetString()}' is no dtype");

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, DType value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Name);
    }
}
