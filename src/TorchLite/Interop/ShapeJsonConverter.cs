using System.Text.Json;
using System.Text.Json.Serialization;

namespace TorchLite.Interop;

/// <summary>A shape in JSON: the list of its sizes.</summary>
internal sealed class ShapeJsonConverter : JsonConverter<Shape>
{
    public override Shape Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("a shape is a list of sizes");
        }

        var sizes = new List<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            sizes.Add(reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var size)
                ? size
                : throw new JsonException("a size is an integer"));
        }

        return Shape.Wrap([.. sizes]);
    }

    public override void Write(Utf8JsonWriter writer, Shape value, JsonSerializerOptions options) => Write(writer, value);

    internal static void Write(Utf8JsonWriter writer, Shape shape)
    {
        writer.WriteStartArray();
        foreach (var size in shape.AsSpan())
        {
            writer.WriteNumberValue(size);
        }

        writer.WriteEndArray();
    }
}
