using System.Text.Json;
using System.Text.Json.Serialization;

namespace Service;

/// <summary>要认的图. The image that is to be recognised.</summary>
/// <param name="Pixels">64个0到16的数, 一行一行的. 64 numbers from 0 to 16, row by row.</param>
internal sealed record PredictRequest(float[]? Pixels);

/// <summary>网络的回答. The network's answer.</summary>
/// <param name="Digit">最可能的数字. The most probable digit.</param>
/// <param name="Probabilities">0到9各自的概率. The probabilities of 0 to 9.</param>
internal sealed record PredictResponse(int Digit, float[] Probabilities);

/// <summary>编译时写好的JSON代码. The code for JSON, written when the program is compiled.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PredictRequest))]
[JsonSerializable(typeof(PredictResponse))]
internal sealed partial class Messages : JsonSerializerContext;
