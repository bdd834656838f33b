namespace ImageClassifierService;

/// <summary>网络的回答. The network's answer.</summary>
/// <param name="Digit">最可能的数字. The most probable digit.</param>
/// <param name="Probabilities">0到9各自的概率. The probabilities of 0 to 9.</param>
/// <param name="Pixels">网络看到的8x8. The 8 x 8 pixels that the network saw.</param>
internal sealed record Prediction(int Digit, float[] Probabilities, float[] Pixels);
