namespace ImageClassifierService;

/// <summary>8x8的灰度. The shades of 8 x 8 pixels.</summary>
/// <param name="Pixels">64个0到16的数. 64 numbers from 0 to 16.</param>
internal sealed record PixelRequest(float[]? Pixels);
