using System.Text.Json;
using System.Text.Json.Serialization;

namespace TorchLite.Interop;

/// <summary>A dtype in JSON: its name, such as <c>"float32"</c>; <c>"torch.float32"</c> is read too.</summary>
internal sealed class DTypeJsonConverter : JsonConverter<DType>
{
    private const string Prefix = "torch.";

    public override DType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("a dtype is its name");
        return DType.Named(name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name)
            ?? throw new JsonException($"'{name}' is no dtype");
    }

    public override void Write(Utf8JsonWriter writer, DType value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);

    public override DType ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DType.Named(reader.GetString()!) ?? throw new JsonException($"'{reader.GetString()}' is no dtype");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, DType value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Name);
}
